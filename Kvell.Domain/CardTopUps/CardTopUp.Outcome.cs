namespace Kvell.Domain.CardTopUps;

/// <summary>
/// What an answer means. Outcomes may come late, twice, or to a send that others have followed: a fact about a number (accepted,
/// completed) always counts, but only the last send's outcome ends that send, and only the current attempt moves the state.
/// </summary>
public sealed partial class CardTopUp
{
    /// <param name="send">Which send of the attempt, from 1.</param>
    public void RecordSend(int attempt, int send, AnswerMeaning meaning, string worker, DateTime now, ProtocolSettings settings)
    {
        var tried = Attempt(attempt);
        if (!IsFinal(tried, meaning, now) && send == tried.SendCount && tried.LastSendEndedAt is null)
        {
            tried.EndSend(meaning, now);
            if (tried.IsOpen && tried == Last)
                EndSend(tried, meaning, now, settings);
        }

        Touch();
        Release(worker);
    }

    /// <param name="sendsAtStart">The attempt's send count when the check began.</param>
    /// <param name="startedAt">When the check began: only one begun after the grace can prove anything.</param>
    public void RecordCheck(
        int attempt, int sendsAtStart, DateTime startedAt, AnswerMeaning meaning, string worker, DateTime now, ProtocolSettings settings)
    {
        var asked = Attempt(attempt);
        if (!IsFinal(asked, meaning, now))
        {
            if (!asked.IsOpen)
                RecordClosedCheck(asked, sendsAtStart, startedAt, meaning, settings.Grace);
            else if (asked == Last && State != TopUpState.Sending)
                RecordOpenCheck(asked, sendsAtStart, startedAt, meaning, now, settings.Grace);
        }

        if (!asked.IsOpen)
            asked.PlanClosedCheck(LoanDay, now);
        else if (State == TopUpState.Completed)
            PlanCheck(asked, now, settings.Grace);
        Touch();
        Release(worker);
    }

    /// <param name="confirm">Which confirm of the attempt, from 1.</param>
    public void RecordConfirm(int attempt, int confirm, AnswerMeaning meaning, string worker, DateTime now, ProtocolSettings settings)
    {
        var asked = Attempt(attempt);
        if (!IsFinal(asked, meaning, now) && asked.IsOpen && asked == Last && asked.IsConfirmOpen && confirm == asked.ConfirmCount)
        {
            asked.EndConfirm(now);
            EndConfirm(asked, meaning, now);
            PlanCheck(asked, now, settings.Grace);
        }

        Touch();
        Release(worker);
    }

    /// <summary>What holds whatever call it answers: paid is paid, accepted is accepted, and a paid top-up obeys nothing later.</summary>
    private bool IsFinal(TopUpAttempt attempt, AnswerMeaning meaning, DateTime now)
    {
        NoteOddities(attempt, meaning);
        if (meaning.Kind == AnswerKind.Completed)
        {
            Complete(attempt, meaning, now);
            return true;
        }

        if (meaning.IsAcceptance)
            NoteAccepted(attempt, now);
        if (State != TopUpState.Completed)
            return false;
        if (attempt.IsPaid && meaning.Kind is AnswerKind.Canceled)
            Flag(Attention.Contradiction);
        if (attempt.IsOpen && meaning.Kind is AnswerKind.Canceled)
            attempt.Close(ClosedBy.Canceled, now);
        return attempt.IsOpen || attempt.IsPaid;
    }

    private void EndSend(TopUpAttempt attempt, AnswerMeaning meaning, DateTime now, ProtocolSettings settings)
    {
        switch (meaning.Kind)
        {
            case AnswerKind.NotSent when attempt.SendsThatMayHaveLeft == 0 && !attempt.WasAccepted && attempt.SealedBody is null:
                Decline(attempt, ClosedBy.NothingLeft, "Деньги не отправлены, сохранённого запроса больше нет. Можно выплатить ещё раз.", now);
                return;
            case AnswerKind.NotSent when attempt.SendsThatMayHaveLeft == 0 && !attempt.WasAccepted:
                Postpone(attempt, now);
                return;
            case AnswerKind.Canceled:
                Decline(attempt, ClosedBy.Canceled, "Банк отклонил выплату. Деньги не ушли: можно выплатить на другую карту.", now);
                return;
            case AnswerKind.Refused or AnswerKind.Misconfigured when attempt.SendsThatMayHaveLeft == 1 && !attempt.WasAccepted:
                Decline(attempt, ClosedBy.SoleSendRefused, RefusalText.Of(meaning), now);
                return;
            case AnswerKind.Refused or AnswerKind.Misconfigured:
                attempt.NoteResendRefused();
                break;
        }

        Wait(attempt, meaning, now);
        PlanCheck(attempt, now, settings.Grace);
    }

    /// <summary>Where an open attempt stands after an answer that closed nothing.</summary>
    private void Wait(TopUpAttempt attempt, AnswerMeaning meaning, DateTime now)
    {
        State = meaning.Kind switch
        {
            AnswerKind.Accepted => TopUpState.Processing,
            AnswerKind.AwaitingCode => attempt.IsTakenBack ? TopUpState.Processing : TopUpState.AwaitingCode,
            AnswerKind.WrongEcho or AnswerKind.Unlisted => TopUpState.Unknown,
            _ when State == TopUpState.Sending => TopUpState.Unknown,
            _ => State,
        };
        UndecidedSince ??= now;
        if (attempt.WasAccepted && meaning.Kind is AnswerKind.Refused or AnswerKind.Misconfigured)
            Flag(Attention.Contradiction);
    }

    private void EndConfirm(TopUpAttempt attempt, AnswerMeaning meaning, DateTime now)
    {
        switch (meaning.Kind)
        {
            case AnswerKind.Canceled:
                Decline(attempt, ClosedBy.Canceled, "Банк отклонил выплату. Деньги не ушли: можно выплатить на другую карту.", now);
                return;
            case AnswerKind.Accepted:
                State = TopUpState.Processing;
                break;
            case AnswerKind.AwaitingCode:
                State = TopUpState.AwaitingCode;
                break;
            case AnswerKind.Refused or AnswerKind.Misconfigured or AnswerKind.NotSent:
                break;
            default:
                State = TopUpState.Unknown;
                break;
        }

        Message = State != TopUpState.AwaitingCode ? null
            : meaning.Kind == AnswerKind.NotSent ? "Нет связи с банком, код не отправлен. Отправьте его ещё раз."
            : "Код не подошёл. Проверьте его и введите ещё раз.";
    }
}
