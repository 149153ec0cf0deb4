using Kvell.Domain.Common;

namespace Kvell.Domain.CardTopUps;

/// <summary>
/// Rule 13: what nobody answers is decided by two persons, from KVELL's own answer. A send or a confirm written ahead voids the
/// proposal, as does KVELL's answer when it comes after all; once confirmed, the number is never sent or confirmed again.
/// </summary>
public sealed partial class CardTopUp
{
    /// <summary>How long an outcome is open before a person may propose one.</summary>
    public static readonly TimeSpan ProposalAfter = TimeSpan.FromHours(1);

    private readonly List<TopUpDecisionEntry> _decisions = [];

    /// <summary>The journal's rows of this top-up; who loads it to change it needs none of the old ones.</summary>
    public IReadOnlyList<TopUpDecisionEntry> Decisions => _decisions;

    /// <summary>How many rows the journal has of this top-up.</summary>
    public int DecisionCount { get; private set; }

    /// <summary>Null when nothing is proposed.</summary>
    public DecisionKind? Proposed { get; private set; }

    public Guid? ProposedBy { get; private set; }

    /// <summary>The proposal's row in the journal: who confirms says which one he saw.</summary>
    public Guid? ProposalId { get; private set; }

    /// <summary>UTC. From when an outcome may be proposed; null where none is open.</summary>
    public DateTime? ProposableFrom => State.IsUndecided() ? UndecidedSince + ProposalAfter : null;

    /// <summary>
    /// UTC. An answer that KVELL gave earlier proves nothing: the last send, or the last confirm, might still have been under way. (The rule
    /// names the send. «Не оплачено, ждём код», the code confirmed after that, its reply lost, and the old answer proposed: paid, and declined.)
    /// </summary>
    public DateTime AnswerCountsFrom(ProtocolSettings settings) =>
        Last!.LastConfirmEnd + settings.Grace is { } confirmed && confirmed > Last.GraceEnd(settings.Grace) ? confirmed : Last.GraceEnd(settings.Grace);

    /// <summary>Somebody is asking KVELL just now: no person decides meanwhile.</summary>
    public bool IsBusy(DateTime now) => LeaseUntil > now;

    /// <exception cref="IllegalTransitionException">
    /// Not open for an hour (or not paid by hand alone, to be taken back), the lease isn't free, something is proposed already, or the
    /// answer is too early.
    /// </exception>
    public void ProposeDecision(DecisionProposal proposal, Actor by, DateTime now, ProtocolSettings settings)
    {
        var isOpen = proposal.Kind == DecisionKind.TakeBack ? IsPaidByHand : ProposableFrom <= now;
        var isReady = isOpen && !IsBusy(now) && Proposed is null && by.Has(UserRole.FullRights)
            && proposal.AnsweredAt >= AnswerCountsFrom(settings) && proposal.AnsweredAt <= now;
        if (!isReady)
            throw new IllegalTransitionException($"Top-up {Number} is not open for a person's decision.");
        var entry = TopUpDecisionEntry.Of(this, proposal, by, now);
        Tell(entry);
        (Proposed, ProposedBy, ProposalId) = (proposal.Kind, by.UserId, entry.Id);
        Touch();
    }

    /// <exception cref="IllegalTransitionException">Nothing is proposed, or by the same person.</exception>
    public void ConfirmDecision(Actor by, DateTime now)
    {
        DemandSecondPerson(by, now);
        switch (EndProposal(DecisionEvent.Confirmed, by, "", now))
        {
            case DecisionKind.Paid:
                Complete(Last!, new AnswerMeaning(AnswerKind.Completed, "Решение двух сотрудников: оплачено"), now);
                Last!.NotePaidByHand(now);
                break;
            case DecisionKind.NotPaid:
                Decline(Last!, ClosedBy.DecidedByHand, "Решение двух сотрудников: не оплачено.", now);
                break;
            case DecisionKind.TakeBack:
                TakeBack(now);
                break;
        }

        Touch();
    }

    /// <exception cref="IllegalTransitionException">Nothing is proposed, or by the same person.</exception>
    public void RejectDecision(Actor by, DateTime now)
    {
        DemandSecondPerson(by, now);
        EndProposal(DecisionEvent.Rejected, by, "", now);
        Touch();
    }

    /// <summary>Whether this person may confirm or reject what is proposed; the lease aside.</summary>
    public bool MayDecide(Actor by) =>
        Proposed is not null && ProposedBy != by.UserId && (by.Has(UserRole.FullRights) || by.Has(UserRole.Administrator));

    private void DemandSecondPerson(Actor by, DateTime now)
    {
        var isOpen = Proposed == DecisionKind.TakeBack ? IsPaidByHand : State.IsUndecided();
        if (!MayDecide(by) || IsBusy(now) || !isOpen)
            throw new IllegalTransitionException($"Top-up {Number}: no proposal that this person may decide.");
    }

    private DecisionKind EndProposal(DecisionEvent how, Actor? by, string reason, DateTime now)
    {
        var proposed = Proposed!.Value;
        Tell(TopUpDecisionEntry.Of(this, how, proposed, by, reason, now));
        (Proposed, ProposedBy, ProposalId) = (null, null, null);
        return proposed;
    }

    private void VoidProposal(string reason, DateTime now)
    {
        if (Proposed is not null)
            EndProposal(DecisionEvent.Voided, by: null, reason, now);
    }

    private void Tell(TopUpDecisionEntry entry)
    {
        _decisions.Add(entry);
        DecisionCount++;
    }
}
