using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using static Kvell.Tests.CardTopUps.Decisions;

namespace Kvell.Tests.CardTopUps;

/// <summary>What persons do in a loan's life, presses aside.</summary>
internal sealed partial class ProtocolWalk
{
    private void TryCash()
    {
        if (!TopUp.State.LocksOperation())
            _story.Operation.EnterCash(Happens(2) ? Money.Zero : TopUpStory.Loan, TopUp.State.LocksOperation());
    }

    /// <summary>Two persons, by what KVELL says now. Some are mistaken about «Оплачено»; who sees it takes it back.</summary>
    private void Decide()
    {
        if (TopUp.LeaseUntil > _story.Now || TopUp.Attempts.Count == 0)
            return;
        var status = _gateway.StatusOf(_story.Last.Transaction);
        var counts = TopUp.AnswerCountsFrom(TopUpStory.Settings) <= _story.Now;
        var isTime = TopUp.ProposableFrom <= _story.Now && counts;
        if (TopUp.Proposed is not null)
            TopUp.ConfirmDecision(Administrator, _story.Now);
        else if (TopUp.IsPaidByHand && counts && status != AnswerKind.Completed)
            TopUp.Propose(DecisionKind.TakeBack, _story.Now, Chief, _story.Now);
        else if (isTime && (status == AnswerKind.Completed || Happens(3)))
            TopUp.Propose(DecisionKind.Paid, _story.Now, Chief, _story.Now);
        else if (isTime && status is AnswerKind.Canceled or AnswerKind.NotFound)
            TopUp.Propose(DecisionKind.NotPaid, _story.Now, Chief, _story.Now);
    }

    /// <summary>Nobody leaves while an «Оплачено» stands that KVELL doesn't know of.</summary>
    private void PutRight()
    {
        _story.LeaseEnds();
        _gateway.Advance(_story.Now);
        if (TopUp.Proposed is not null)
            TopUp.RejectDecision(Administrator, _story.Now);
        if (!TopUp.IsPaidByHand || _gateway.StatusOf(_story.Last.Transaction) == AnswerKind.Completed)
            return;
        if (TopUp.AnswerCountsFrom(TopUpStory.Settings) is var counts && counts > _story.Now)
            _story.WaitUntil(counts);
        TopUp.Propose(DecisionKind.TakeBack, _story.Now, Chief, _story.Now);
        TopUp.ConfirmDecision(Administrator, _story.Now);
    }
}
