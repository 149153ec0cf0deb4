using Kvell.Domain.Branches;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Gateway;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.CardTopUps;

/// <summary>Opens a document «Пополнение карты клиента».</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights, UserRole.Administrator)]
public sealed class ShowTopUp(IDbContextFactory<KvellDbContext> contexts, ProtocolSettings settings, TimeProvider time) : IUseCase
{
    /// <returns>Null where there is no such document.</returns>
    /// <exception cref="AccessDeniedException">It belongs to another's branch.</exception>
    public async Task<TopUpDocument?> ExecuteAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var topUp = await db.Set<CardTopUp>().AsNoTracking()
            .Include(found => found.Attempts.OrderBy(attempt => attempt.Number))
            .SingleOrDefaultAsync(found => found.Id == id, cancellationToken);
        if (topUp is null)
            return null;
        actor.DemandBranch(topUp.BranchId);

        var now = time.GetUtcNow().UtcDateTime;
        var branch = await db.Set<Branch>().AsNoTracking().SingleAsync(found => found.Id == topUp.BranchId, cancellationToken);
        var operation = await db.Set<PledgeOperation>().AsNoTracking().SingleAsync(found => found.Id == topUp.OperationId, cancellationToken);
        var ticket = await db.Set<PledgeTicket>().AsNoTracking().SingleAsync(found => found.Id == operation.TicketId, cancellationToken);
        var calls = await db.Set<GatewayRequest>().AsNoTracking()
            .Where(request => request.TopUpId == id)
            .OrderBy(request => request.StartedAt).ThenBy(request => request.Id)
            .ToListAsync(cancellationToken);
        var terminalId = topUp.Attempts.Count == 0 ? Guid.Empty : topUp.Attempts[^1].TerminalId;
        var terminal = await db.Set<KvellTerminal>().AsNoTracking().SingleOrDefaultAsync(found => found.Id == terminalId, cancellationToken);

        var verifications = await db.Set<CardVerification>().AsNoTracking().Where(row => row.DraftId == operation.DraftId).OrderByDescending(row => row.At).ToListAsync(cancellationToken);
        var decision = await db.ReadDecisionsAsync(topUp, actor, now, branch.Zone, settings, cancellationToken);

        DateTime Local(DateTime utc) => BranchZone.ToLocal(utc, branch.Zone);
        DateTime? MaybeLocal(DateTime? utc) => utc is { } at ? Local(at) : null;
        CallView ViewOf(GatewayRequest call) => new(
            call.Id, call.Method, Local(call.StartedAt),
            call.DurationMilliseconds is { } length ? Local(call.StartedAt.AddMilliseconds(length)) : null, call.Succeeded, call.Description);
        return new TopUpDocument
        {
            Id = topUp.Id,
            BranchId = topUp.BranchId,
            DraftId = operation.DraftId,
            OperationId = operation.Id,
            TicketName = ticket.Name,
            Presentation = topUp.Presentation,
            State = topUp.State,
            Sentence = operation.IsZeroed && topUp.State is (TopUpState.New or TopUpState.Declined) ? "Операция обнулена: выплачивать нечего." : TopUpSpeech.SentenceOf(topUp.State, MaybeLocal(topUp.NextActionAt), topUp.Message),
            NeedsAttention = topUp.NeedsAttention(now),
            Reasons = AttentionSpeech.Of(topUp.Attention, topUp.IsLate(now)),
            Amount = topUp.Amount,
            Operation = $"{operation.Number} от {Russian.DateAndTime(Local(operation.PostedAt))}",
            Ticket = ticket.BlankNumber is { } blank ? $"{ticket.Name}, {blank}" : $"{ticket.Name}, не напечатан",
            PledgorName = topUp.PledgorName,
            CardMask = topUp.CardMask,
            BranchName = branch.Name,
            ReceiverName = topUp.CreatedByName,
            KvellId = topUp.KvellId,
            Commission = topUp.Commission,
            Terminal = terminal is null ? null : $"версия {terminal.Version} от {Russian.Date(DateOnly.FromDateTime(Local(terminal.CreatedAt)))}",
            CompletedAt = MaybeLocal(topUp.CompletedAt),
            NextAt = topUp.State == TopUpState.Completed ? null : MaybeLocal(topUp.NextActionAt),
            Decision = decision,
            Attempts =
            [
                .. topUp.Attempts.OrderByDescending(attempt => attempt.Number).Select(attempt => new AttemptView(
                    attempt.Number, StateOf(attempt, topUp), attempt.Transaction, attempt.CardMask, Local(attempt.StartedAt),
                    attempt.IsOpen ? MaybeLocal(attempt.NextActionAt) : null,
                    [.. calls.Where(call => call.AttemptNumber == attempt.Number).Select(ViewOf)],
                    [.. decision.Journal.Where(row => row.AttemptNumber == attempt.Number).Reverse()])
                {
                    Verified = verifications.Find(row => row.Mask == attempt.CardMask && row.At <= attempt.StartedAt) is { } seen ? $"{Russian.DateAndTime(Local(seen.At))}, {seen.ByName}" : null,
                    LateAt = attempt.IsOpen && topUp.IsLate(now) ? MaybeLocal(topUp.UndecidedSince + CardTopUp.AttentionAfter) : null,
                }),
            ],
        };
    }

    /// <summary>An earlier attempt is always decided (rule 3); the last one stands where the document stands.</summary>
    private static TopUpState StateOf(TopUpAttempt attempt, CardTopUp topUp) =>
        attempt.IsPaid ? TopUpState.Completed : attempt.IsOpen ? topUp.State : TopUpState.Declined;
}
