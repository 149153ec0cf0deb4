using Kvell.Domain.Common;

namespace Kvell.Domain.CardTopUps;

/// <summary>
/// Rule 13: what nobody answers is decided by two persons, from KVELL's own answer. A send or a confirm written ahead voids the
/// proposal; once confirmed, the number is closed and never sent again.
/// </summary>
public sealed partial class CardTopUp
{
    /// <summary>How long an outcome is open before a person may propose one.</summary>
    public static readonly TimeSpan ProposalAfter = TimeSpan.FromHours(1);

    /// <summary>True «Оплачено», false «Не оплачено», null when nothing is proposed.</summary>
    public bool? ProposedPaid { get; private set; }

    public Guid? ProposedBy { get; private set; }

    /// <param name="answeredAt">When KVELL gave the answer: a grace after the last send, or later.</param>
    /// <exception cref="IllegalTransitionException">Not open for an hour, the lease isn't free, or the answer is too early.</exception>
    public void ProposeDecision(bool paid, DateTime answeredAt, Actor by, DateTime now, ProtocolSettings settings)
    {
        var isReady = State.IsUndecided() && UndecidedSince <= now - ProposalAfter && !(LeaseUntil > now)
            && answeredAt >= Last!.GraceEnd(settings.Grace) && answeredAt <= now && by.Has(UserRole.FullRights);
        if (!isReady)
            throw new IllegalTransitionException($"Top-up {Number} is not open for a person's decision.");
        (ProposedPaid, ProposedBy) = (paid, by.UserId);
        Touch();
    }

    /// <exception cref="IllegalTransitionException">Nothing is proposed, or by the same person.</exception>
    public void ConfirmDecision(Actor by, DateTime now)
    {
        DemandSecondPerson(by, now);
        if (ProposedPaid == true)
            Complete(Last!, new AnswerMeaning(AnswerKind.Completed, "Решение двух сотрудников: оплачено"), now);
        else
            Decline(Last!, ClosedBy.DecidedByHand, "Решение двух сотрудников: не оплачено.", now);
        VoidProposal();
        Touch();
    }

    /// <exception cref="IllegalTransitionException">Nothing is proposed, or by the same person.</exception>
    public void RejectDecision(Actor by, DateTime now)
    {
        DemandSecondPerson(by, now);
        VoidProposal();
        Touch();
    }

    private void DemandSecondPerson(Actor by, DateTime now)
    {
        var mayDecide = by.Has(UserRole.FullRights) || by.Has(UserRole.Administrator);
        if (ProposedPaid is null || ProposedBy == by.UserId || !mayDecide || LeaseUntil > now || !State.IsUndecided())
            throw new IllegalTransitionException($"Top-up {Number}: no proposal that this person may decide.");
    }

    private void VoidProposal() => (ProposedPaid, ProposedBy) = (null, null);
}
