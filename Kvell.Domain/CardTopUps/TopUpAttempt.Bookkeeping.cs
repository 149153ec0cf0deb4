using Kvell.Domain.Common;

namespace Kvell.Domain.CardTopUps;

/// <summary>What <see cref="CardTopUp"/> writes into an attempt as it goes.</summary>
public sealed partial class TopUpAttempt
{
    internal DateTime GraceEnd(TimeSpan grace) => LastSendEnd + grace;

    /// <summary>Rule 4: does a "not found" of a check begun then count?</summary>
    internal bool NotFoundCounts(DateTime checkStartedAt, int sendsAtStart, TimeSpan grace) =>
        !WasAccepted && sendsAtStart == SendCount && checkStartedAt >= GraceEnd(grace);

    internal bool IsResendDue => IsOpen && !WasAccepted && !LastSendRefused && NotFoundAfterSend == SendCount && SendCount > 0 && SealedBody is not null;

    internal void BeginSend(DateTime leaseEnd)
    {
        if (!IsOpen || SealedBody is null || WasAccepted)
            throw new IllegalTransitionException($"Attempt {Number} is decided or accepted: its number is never sent again.");
        SendCount++;
        SendsThatMayHaveLeft++;
        (LastSendEndedAt, LastSendRefused, LastSendLeaseEnd, NextActionAt) = (null, false, leaseEnd, leaseEnd);
    }

    internal void EndSend(AnswerMeaning meaning, DateTime now)
    {
        (LastSendEndedAt, CheckAnchor, LastAnswer) = (now, now, meaning.Text);
        if (meaning.Kind == AnswerKind.NotSent)
            SendsThatMayHaveLeft--;
    }

    internal void LoseSend(DateTime now) => (CheckAnchor, LastAnswer, NextActionAt) = (LastSendLeaseEnd, "Ответ не получен", now);

    internal void NoteAccepted() => (WasAccepted, SealedBody) = (true, null);

    internal void NoteBytesLost() => SealedBody = null;

    internal void NoteResendRefused() => LastSendRefused = true;

    internal void NoteNotFound() => NotFoundAfterSend = SendCount;

    internal void NotePostponed(DateTime nextAt) => (PostponeCount, NextActionAt) = (PostponeCount + 1, nextAt);

    internal void BeginCheck(DateTime now, DateTime leaseEnd) => (LastCheckStartedAt, NextActionAt) = (now, leaseEnd);

    internal void NoteAnswer(string text) => LastAnswer = text;

    internal void BeginConfirm(DateTime leaseEnd) =>
        (ConfirmCount, IsConfirmOpen, LastConfirmEnd, NextActionAt) = (ConfirmCount + 1, true, leaseEnd, leaseEnd);

    internal void EndConfirm(DateTime now) => (IsConfirmOpen, LastConfirmEnd, CheckAnchor) = (false, now, now);

    internal void PlanNext(DateTime at) => NextActionAt = at;

    /// <summary>Rule 14, for a number that is no longer open; once KVELL has said that it is paid, there is nothing to ask.</summary>
    internal void PlanClosedCheck(LoanDay day, DateTime now) =>
        NextActionAt = ClosedAt is { } closedAt && (!IsPaid || IsPaidByHand) ? TopUpSchedule.NextClosedCheck(closedAt, day, now) : null;

    internal void NoteCleared(DateTime checkStartedAt) => ClearedAt = checkStartedAt;

    /// <param name="unansweredAt">Start of a check that brought no answer; null for one that did.</param>
    internal void NoteHeard(DateTime? unansweredAt) => UnansweredAt = unansweredAt;

    internal void Close(ClosedBy by, DateTime now) =>
        (ClosedBy, ClosedAt, SealedBody, IsConfirmOpen, NextActionAt) = (by, now, null, false, now + TopUpSchedule.ClosedCheckEvery);

    internal void Pay() => (IsPaid, IsPaidByHand, SealedBody, IsConfirmOpen, NextActionAt) = (true, false, null, false, null);

    /// <summary>No reply said so: KVELL is asked on, as about a closed number (rule 14).</summary>
    internal void NotePaidByHand(DateTime now) => (IsPaidByHand, ClosedAt, NextActionAt) = (true, now, now + TopUpSchedule.ClosedCheckEvery);

    internal void TakeBack(DateTime now) =>
        (IsPaid, IsPaidByHand, IsTakenBack, ClosedAt, CheckAnchor, NextActionAt) = (false, false, true, null, now, now);

    /// <summary>Another number of the loan is paid: this one is asked about, never sent or confirmed again.</summary>
    internal void StandDown() => (SealedBody, IsConfirmOpen) = (null, false);
}
