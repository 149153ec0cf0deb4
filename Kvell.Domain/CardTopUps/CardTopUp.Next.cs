using Kvell.Domain.Common;

namespace Kvell.Domain.CardTopUps;

/// <summary>What is next: pure, and the only place that says so.</summary>
public sealed partial class CardTopUp
{
    /// <param name="worker">Who asks; the lease must be his for anything but a claim.</param>
    public TopUpStep Next(TopUpIntent intent, string worker, DateTime now)
    {
        if (!IsHeldBy(worker, now))
            return LeaseUntil > now ? new TopUpStep.WaitUntil(LeaseUntil.Value) : new TopUpStep.Claim();
        if (State == TopUpState.Sending || Last is { IsConfirmOpen: true })
            return new TopUpStep.Recover();
        if (State == TopUpState.Postponed && intent is TopUpIntent.StopTrying)
            return new TopUpStep.GiveUp("Попытки прекращены. Можно выплатить ещё раз, на эту или другую карту.");
        if (State == TopUpState.Postponed && !LoanDay.Covers(now))
            return new TopUpStep.GiveUp("День займа закончился, деньги не отправлены.");
        return intent switch
        {
            TopUpIntent.Press press => NextForPress(press, now),
            TopUpIntent.AskClosed ask => NextToAsk(ask.AskedAt),
            TopUpIntent.CheckNow => NextForCheck(),
            TopUpIntent.Confirm => State == TopUpState.AwaitingCode ? new TopUpStep.Confirm(Last!.Number) : new TopUpStep.Nothing(),
            TopUpIntent.Schedule => NextBySchedule(now),
            _ => new TopUpStep.Nothing(),
        };
    }

    private TopUpStep NextForPress(TopUpIntent.Press press, DateTime now)
    {
        // A second press, or one from a page that shows an older state: the row itself says what happened since.
        if (State is not (TopUpState.New or TopUpState.Declined) || press.SeenAttempts != _attempts.Count)
            return new TopUpStep.Nothing();
        if (!LoanDay.Covers(now))
            return new TopUpStep.Refuse($"Займ датирован {Russian.Date(LoanDay.Date)}. Выплата начинается только в день займа.");
        if (IsClearedSince(press.PressedAt))
            return new TopUpStep.Begin();
        return NextToAsk(press.PressedAt) is TopUpStep.Check check
            ? check
            : new TopUpStep.Refuse(CannotBeAsked
                ? "KVELL недоступен, и прошла ли прежняя выплата, не узнать. Новая не отправлена: нажмите позже или попросите сотрудника с полными правами продолжить без проверки."
                : "KVELL не подтвердил, что прежняя выплата не прошла. Новая не отправлена: нажмите ещё раз позже.");
    }

    /// <summary>Rule 14: a closed number is asked about once more; one answer each, and only a "no" lets whoever asks go on.</summary>
    private TopUpStep NextToAsk(DateTime askedAt) =>
        State == TopUpState.Declined
        && UnclearedSince(askedAt) is { } uncleared
        && !(uncleared.LastCheckStartedAt >= askedAt)
            ? new TopUpStep.Check(uncleared.Number)
            : new TopUpStep.Nothing();

    private bool IsClearedSince(DateTime askedAt) => UnclearedSince(askedAt) is null;

    private TopUpAttempt? UnclearedSince(DateTime askedAt) =>
        _attempts.Find(attempt => !(attempt.ClearedAt >= askedAt) && !IsWaived(attempt, askedAt));

    private TopUpStep NextForCheck() => State switch
    {
        TopUpState.Postponed => new TopUpStep.Send(Last!.Number),
        TopUpState.AwaitingCode or TopUpState.Processing or TopUpState.Unknown => new TopUpStep.Check(Last!.Number),
        _ => new TopUpStep.Nothing(),
    };

    private TopUpStep NextBySchedule(DateTime now)
    {
        if (_attempts.OrderBy(attempt => attempt.NextActionAt ?? DateTime.MaxValue).FirstOrDefault() is not { NextActionAt: { } at } due)
            return new TopUpStep.Nothing();
        if (at > now)
            return new TopUpStep.WaitUntil(at);
        if (State == TopUpState.Postponed && due == Last)
            return new TopUpStep.Send(due.Number);

        // Rule 4: the same bytes under the same number, on the loan's date only; afterwards status checks go on.
        return State == TopUpState.Unknown && due == Last && due.IsResendDue && LoanDay.Covers(now)
            ? new TopUpStep.Send(due.Number)
            : new TopUpStep.Check(due.Number);
    }
}
