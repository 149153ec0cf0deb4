using System.Security.Cryptography;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Gateway;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.CardTopUps;

/// <summary>How an attempt gets its number: <see cref="TransactionNumber.Of"/>, but in the lab's careless desk.</summary>
public delegate string NumberAttempt(Guid operationId, int attempt);

/// <summary>
/// Loads a claimed top-up, asks it what is next and writes that ahead: attempt, number, sealed bytes and the open row of the
/// log in one commit (rule 2). It decides nothing.
/// </summary>
public sealed class TopUpWriteAhead(IPayoutGateway gateway, Seals seals, TimeProvider clock, ProtocolSettings settings, NumberAttempt numbers)
{
    /// <returns>What is next, applied to <paramref name="db"/>'s rows but not committed, and the call to make when it is one.</returns>
    public async Task<(TopUpStep Step, TopUpCall? Call)> PrepareAsync(KvellDbContext db, Guid id, TopUpVisit visit, string worker)
    {
        var guard = new LeaseGuard(clock, settings.Lease, settings.RequestTimeout);

        // Rule 7: the operation is read before anything is decided on it, so that cash entered since makes this commit fail.
        var operation = visit.Order is null ? null : await db.Set<PledgeOperation>().SingleAsync(row => row.Id == visit.Order.OperationId);
        var topUp = await db.LoadTopUpAsync(id);
        var now = clock.GetUtcNow().UtcDateTime;
        var step = topUp.Next(visit.Intent, worker, now);
        return (step, await ApplyAsync(db, topUp, operation, step, visit, worker, now, guard));
    }

    private async Task<TopUpCall?> ApplyAsync(
        KvellDbContext db, CardTopUp topUp, PledgeOperation? operation, TopUpStep step, TopUpVisit visit, string worker, DateTime now, LeaseGuard guard)
    {
        switch (step)
        {
            case TopUpStep.Begin when visit is { Order: { } order, Intent: TopUpIntent.Press press }:
                operation!.NotePayoutAttempt();
                var (terms, body) = Compose(topUp, order);
                return SendCall(db, topUp, topUp.BeginAttempt(press, terms, worker, now, guard.Until), body, worker, now, guard);
            case TopUpStep.Send when OpenBody(topUp) is { } stored:
                return SendCall(db, topUp, topUp.WriteAheadSend(visit.Intent, worker, now, guard.Until), stored, worker, now, guard);
            case TopUpStep.Send:
                topUp.LoseBytes(visit.Intent, worker, now, settings);
                return null;
            case TopUpStep.Check check:
                var asked = topUp.WriteAheadCheck(visit.Intent, check.Attempt, worker, now, guard.Until);
                return CheckCall(db, topUp, asked, await db.TerminalForCheckAsync(topUp.BranchId, asked), worker, now, guard);
            case TopUpStep.Confirm when visit.Code is { } code:
                return ConfirmCall(db, topUp, topUp.WriteAheadConfirm(visit.Intent, worker, now, guard.Until), code, worker, now, guard);
            case TopUpStep.Recover:
                topUp.Recover(worker, now);
                return null;
            case TopUpStep.GiveUp:
                topUp.GiveUp(visit.Intent, worker, now);
                return null;
            case TopUpStep.Refuse refuse:
                topUp.NotePressRefused(refuse.Sentence, worker);
                return null;
            default:
                topUp.Release(worker);
                return null;
        }
    }

    /// <returns>Null when the keys that sealed it are gone: the top-up says what becomes of it.</returns>
    private byte[]? OpenBody(CardTopUp topUp)
    {
        try
        {
            return seals.Body.Unprotect(topUp.Attempts[^1].SealedBody!);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private (AttemptTerms Terms, byte[] Body) Compose(CardTopUp topUp, PayoutOrder order)
    {
        var transaction = numbers(topUp.OperationId, topUp.Attempts.Count + 1);
        var body = gateway.Compose(new PayoutRequest(transaction, topUp.Amount, order.Card, $"Выдача займа, операция {topUp.OperationNumber}"));
        return (new AttemptTerms(transaction, order.Card.Mask, order.Terminal, seals.Body.Protect(body), order.StartedBy), body);
    }

    private TopUpCall SendCall(KvellDbContext db, CardTopUp topUp, TopUpAttempt attempt, byte[] body, string worker, DateTime now, LeaseGuard guard)
    {
        var (number, send, terminal) = (attempt.Number, attempt.SendCount, attempt.Terminal);
        var (transaction, amount) = (attempt.Transaction, attempt.Amount);
        var sendPrepared = gateway.PrepareSend(terminal, body);
        return new TopUpCall(
            topUp.Id,
            OpenLog(db, topUp, attempt, GatewayMethods.Payout, now),
            worker,
            row => IsSendOf(row, number, transaction, send),
            (_, mayBegin) => sendPrepared(mayBegin),
            (row, answer) => row.RecordSend(number, send, AnswerMeaning.Of(answer, transaction, amount), worker, clock.GetUtcNow().UtcDateTime, settings))
        { Guard = guard };
    }

    private TopUpCall CheckCall(
        KvellDbContext db, CardTopUp topUp, TopUpAttempt attempt, GatewayTerminal terminal, string worker, DateTime now, LeaseGuard guard)
    {
        var (number, sends) = (attempt.Number, attempt.SendCount);
        var (transaction, amount) = (attempt.Transaction, attempt.Amount);
        return new TopUpCall(
            topUp.Id,
            OpenLog(db, topUp, attempt, GatewayMethods.Status, now),
            worker,
            _ => false,
            (port, mayBegin) => port.CheckAsync(terminal, transaction, mayBegin),
            (row, answer) => row.RecordCheck(number, sends, now, AnswerMeaning.Of(answer, transaction, amount), worker, clock.GetUtcNow().UtcDateTime, settings))
        { Guard = guard };
    }

    private TopUpCall ConfirmCall(KvellDbContext db, CardTopUp topUp, TopUpAttempt attempt, string code, string worker, DateTime now, LeaseGuard guard)
    {
        var (number, confirm, terminal) = (attempt.Number, attempt.ConfirmCount, attempt.Terminal);
        var (transaction, amount) = (attempt.Transaction, attempt.Amount);
        return new TopUpCall(
            topUp.Id,
            OpenLog(db, topUp, attempt, GatewayMethods.Confirm, now),
            worker,
            row => row.Attempts[^1] is { IsConfirmOpen: true } last && last.Transaction == transaction && last.ConfirmCount == confirm,
            (port, mayBegin) => port.ConfirmAsync(terminal, transaction, code, mayBegin),
            (row, answer) => row.RecordConfirm(number, confirm, AnswerMeaning.Of(answer, transaction, amount), worker, clock.GetUtcNow().UtcDateTime, settings))
        { Guard = guard };
    }

    private static bool IsSendOf(CardTopUp row, int number, string transaction, int send) =>
        row.State == TopUpState.Sending && row.Attempts.Count == number && row.Attempts[^1] is { } last
        && last.Transaction == transaction && last.SendCount == send && last.LastSendEndedAt is null;

    private static Guid OpenLog(KvellDbContext db, CardTopUp topUp, TopUpAttempt attempt, string method, DateTime now)
    {
        var row = GatewayRequest.Open(topUp.BranchId, topUp.Id, attempt.Number, attempt.SendCount, method, topUp.Presentation, now);
        db.Add(row);
        return row.Id;
    }
}
