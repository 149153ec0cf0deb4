namespace Kvell.Domain.CardTopUps;

/// <summary>What a status call proves, and the three ends of an attempt.</summary>
public sealed partial class CardTopUp
{
    private void RecordOpenCheck(
        TopUpAttempt attempt, int sendsAtStart, DateTime startedAt, AnswerMeaning meaning, DateTime now, TimeSpan grace)
    {
        attempt.NoteAnswer(meaning.Text);
        switch (meaning.Kind)
        {
            case AnswerKind.Canceled:
                Decline(attempt, ClosedBy.Canceled, "Банк отклонил выплату. Деньги не ушли: можно выплатить на другую карту.", now);
                return;
            case AnswerKind.NotFound when attempt.WasAccepted:
                Flag(Attention.Contradiction);
                break;
            case AnswerKind.NotFound when !attempt.NotFoundCounts(startedAt, sendsAtStart, grace):
                break;
            case AnswerKind.NotFound when attempt.LastSendRefused:
                Decline(attempt, ClosedBy.ResendRefusedThenNotFound, "KVELL отказал и выплаты не знает. Деньги не ушли: можно выплатить ещё раз.", now);
                return;
            case AnswerKind.NotFound when State == TopUpState.Unknown:
                attempt.NoteNotFound();
                break;
            case AnswerKind.Misconfigured:
                Flag(Attention.TerminalMisconfigured);
                break;
            case AnswerKind.Accepted or AnswerKind.AwaitingCode or AnswerKind.WrongEcho or AnswerKind.Unlisted:
                Wait(attempt, meaning, now);
                break;
        }

        if (State != TopUpState.Postponed)
            PlanCheck(attempt, now, grace);
    }

    /// <summary>Rule 14: only "not found" (at once after 3 (b), else by rule 4) or <c>canceled</c> lets a next attempt begin.</summary>
    private void RecordClosedCheck(TopUpAttempt attempt, int sendsAtStart, DateTime startedAt, AnswerMeaning meaning, TimeSpan grace)
    {
        if (meaning.IsAcceptance)
            Flag(Attention.Contradiction);
        var mayCount = attempt.NotFoundCounts(startedAt, sendsAtStart, grace) || (attempt.ClosedBy == ClosedBy.SoleSendRefused && !attempt.WasAccepted);
        var isClear = meaning.Kind == AnswerKind.Canceled || (meaning.Kind == AnswerKind.NotFound && mayCount);
        if (isClear)
            attempt.NoteCleared(startedAt);
        attempt.NoteHeard(meaning.Kind is AnswerKind.NotSent or AnswerKind.Unknown ? startedAt : null);
    }

    private void Complete(TopUpAttempt attempt, AnswerMeaning meaning, DateTime now)
    {
        if (attempt is { IsPaid: true, IsPaidByHand: false })
            return;
        VoidProposal("KVELL ответил: выплачено.", now);
        if (attempt.IsPaid)
        {
            // KVELL says at last what two persons had decided: nobody takes it back any more.
            attempt.Pay();
            (KvellId, Commission) = (meaning.KvellId ?? KvellId, meaning.Commission ?? Commission);
            return;
        }

        if (attempt.ClosedBy is not null)
            Flag(Attention.Contradiction);
        if (State == TopUpState.Completed)
        {
            // The number that was paid first stays the document's.
            Flag(Attention.PaidTwice);
            attempt.Pay();
            return;
        }

        // A number of before the loan was re-dated belongs to the old date, whenever it is known to be paid.
        if (!LoanDay.Covers(now) || !LoanDay.Covers(attempt.StartedAt))
            Flag(Attention.PaidOnAnotherDay);
        attempt.Pay();
        foreach (var other in _attempts)
            other.StandDown();
        State = TopUpState.Completed;
        CardMask = attempt.CardMask;
        (KvellId, Commission, CompletedAt, UndecidedSince, Message) = (meaning.KvellId ?? KvellId, meaning.Commission ?? Commission, CompletedAt ?? now, null, null);
    }

    private void Decline(TopUpAttempt attempt, ClosedBy by, string message, DateTime now)
    {
        attempt.Close(by, now);
        VoidProposal("Исход стал известен.", now);
        State = TopUpState.Declined;
        (UndecidedSince, Message) = (null, message);
    }

    private void Postpone(TopUpAttempt attempt, DateTime now)
    {
        var repeatAt = TopUpSchedule.NextRepeat(attempt.PostponeCount, now);
        attempt.NotePostponed(repeatAt < LoanDay.EndsAt ? repeatAt : LoanDay.EndsAt);
        State = TopUpState.Postponed;
        UndecidedSince = null;
        VoidProposal("Запрос не уходил.", now);
    }

    private void PlanCheck(TopUpAttempt attempt, DateTime now, TimeSpan grace)
    {
        if (attempt.IsOpen)
            attempt.PlanNext(attempt.IsResendDue && LoanDay.Covers(now) ? now : TopUpSchedule.NextCheck(attempt.CheckAnchor, attempt.GraceEnd(grace), now));
    }
}
