using Kvell.Domain.Common;

namespace Kvell.Domain.CardTopUps;

/// <summary>What is committed before a call, by the worker that holds the lease.</summary>
public sealed partial class CardTopUp
{
    /// <summary>Begins a new attempt. Together with <see cref="WriteAheadSend"/> it is one commit (rule 2).</summary>
    /// <param name="press">The press that carries it: no attempt begins without one (rule 3).</param>
    /// <exception cref="IllegalTransitionException">The last attempt isn't proven refused, or <see cref="Next"/> says otherwise.</exception>
    public TopUpAttempt BeginAttempt(TopUpIntent.Press press, AttemptTerms terms, string worker, DateTime now, DateTime leaseEnd)
    {
        Demand(press, worker, now, step => step is TopUpStep.Begin);
        ExtendLease(worker, leaseEnd);
        WaivedAt = null;
        var attempt = TopUpAttempt.Begin(Id, _attempts.Count + 1, Amount, terms, now);
        _attempts.Add(attempt);
        CardMask = terms.CardMask;
        StartSending(attempt, now);
        return attempt;
    }

    /// <summary>The stored bytes go again under their number: a postponed attempt, or rule 4's re-send.</summary>
    public TopUpAttempt WriteAheadSend(TopUpIntent intent, string worker, DateTime now, DateTime leaseEnd)
    {
        Demand(intent, worker, now, step => step is TopUpStep.Send);
        ExtendLease(worker, leaseEnd);
        StartSending(Last!, now);
        return Last!;
    }

    public TopUpAttempt WriteAheadCheck(TopUpIntent intent, int attempt, string worker, DateTime now, DateTime leaseEnd)
    {
        Demand(intent, worker, now, step => step is TopUpStep.Check check && check.Attempt == attempt);
        ExtendLease(worker, leaseEnd);
        Attempt(attempt).BeginCheck(now, leaseEnd);
        Touch();
        return Attempt(attempt);
    }

    /// <summary>Without the code: it is never stored (rule 12).</summary>
    public TopUpAttempt WriteAheadConfirm(TopUpIntent intent, string worker, DateTime now, DateTime leaseEnd)
    {
        Demand(intent, worker, now, step => step is TopUpStep.Confirm);
        ExtendLease(worker, leaseEnd);
        Last!.BeginConfirm(leaseEnd);
        VoidProposal("Отправлен код клиента.", now);
        Touch();
        return Last!;
    }

    /// <summary>A lost call becomes <see cref="TopUpState.Unknown"/>, to be checked at once.</summary>
    public void Recover(string worker, DateTime now)
    {
        Demand(new TopUpIntent.Schedule(), worker, now, step => step is TopUpStep.Recover);
        if (State == TopUpState.Sending)
            Last!.LoseSend(now);
        else
            Last!.EndConfirm(now);
        State = TopUpState.Unknown;
        Last!.PlanNext(now);
        Touch();
        Release(worker);
    }

    /// <summary>Rule 3 (d): no byte ever left.</summary>
    public void GiveUp(TopUpIntent intent, string worker, DateTime now)
    {
        var reason = "";
        Demand(intent, worker, now, step => step is TopUpStep.GiveUp stop && (reason = stop.Reason).Length > 0);
        Decline(Last!, ClosedBy.NothingLeft, reason, now);
        Touch();
        Release(worker);
    }

    /// <summary>
    /// The stored bytes don't open any more, so they are never sent again. A number that may have left is asked about; one of
    /// which no byte left is over.
    /// </summary>
    public void LoseBytes(TopUpIntent intent, string worker, DateTime now, ProtocolSettings settings)
    {
        Demand(intent, worker, now, step => step is TopUpStep.Send);
        Last!.NoteBytesLost();
        if (State == TopUpState.Postponed)
            Decline(Last!, ClosedBy.NothingLeft, "Сохранённый запрос не открывается, деньги не отправлены. Можно выплатить ещё раз.", now);
        else
            PlanCheck(Last!, now, settings.Grace);
        Touch();
        Release(worker);
    }

    private void StartSending(TopUpAttempt attempt, DateTime now)
    {
        attempt.BeginSend(LeaseUntil!.Value);
        State = TopUpState.Sending;
        UndecidedSince ??= now;
        Message = null;
        VoidProposal("Запрос отправлен ещё раз.", now);
        Touch();
    }

    private void ExtendLease(string worker, DateTime leaseEnd) => (LeaseOwner, LeaseUntil) = (worker, leaseEnd);

    private void Demand(TopUpIntent intent, string worker, DateTime now, Func<TopUpStep, bool> isRight)
    {
        if (Next(intent, worker, now) is var step && !isRight(step))
            throw new IllegalTransitionException($"Top-up {Number} is {State}: next is {step}.");
    }

    private void Touch()
    {
        PlanNext();
        Version++;
    }
}
