using Kvell.Domain.Common;

namespace Kvell.Domain.CardTopUps;

/// <summary>
/// «Продолжить без проверки» (rule 14): where KVELL can't be asked about the refused numbers, a person with full rights answers for one
/// press. It asks all the same, and whatever KVELL answers counts, not the person.
/// </summary>
public sealed partial class CardTopUp
{
    /// <summary>How long a permission waits for its press.</summary>
    public static readonly TimeSpan WaiverLasts = TimeSpan.FromMinutes(15);

    /// <summary>UTC. When the next press was let go on without KVELL's answer; null when nobody did, and once it was used.</summary>
    public DateTime? WaivedAt { get; private set; }

    /// <summary>
    /// A refused number was asked about last without an answer, and nothing was heard that speaks against its refusal.
    /// </summary>
    public bool CannotBeAsked => State == TopUpState.Declined && !Attention.HasFlag(Attention.Contradiction) && _attempts.Exists(attempt => attempt.UnansweredAt is not null);

    public bool IsWaivedAt(DateTime pressedAt) => WaivedAt <= pressedAt && pressedAt < WaivedAt + WaiverLasts;

    /// <exception cref="IllegalTransitionException">KVELL can be asked, or is being asked; or the person has no full rights.</exception>
    public void ContinueWithoutCheck(string reason, Actor by, DateTime now, TimeZoneInfo zone)
    {
        if (!CannotBeAsked || IsBusy(now) || !by.Has(UserRole.FullRights))
            throw new IllegalTransitionException($"Top-up {Number}: there is no check to go on without.");
        WaivedAt = now;
        Message = $"Разрешено продолжить без проверки один раз, до {Russian.DateAndTime(BranchZone.ToLocal(now + WaiverLasts, zone))}. Нажмите «Пополнение карты клиента», внесите наличные, пробейте чек или обнулите операцию.";
        Tell(TopUpDecisionEntry.Of(this, DecisionEvent.ContinuedWithoutCheck, decision: null, by, reason, now));
        Touch();
    }

    /// <summary>Part of the commit in which cash is entered or given, or the loan zeroed: what let that in lets nothing in again.</summary>
    public void UseWaiver()
    {
        if (WaivedAt is null)
            return;
        (WaivedAt, Message) = (null, null);
        Touch();
    }

    private bool IsWaived(TopUpAttempt attempt, DateTime pressedAt) =>
        CannotBeAsked && IsWaivedAt(pressedAt) && attempt.UnansweredAt >= pressedAt;
}
