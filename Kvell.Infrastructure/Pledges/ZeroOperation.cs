using Kvell.Domain.Branches;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Kvell.Infrastructure.Pledges;

/// <summary>
/// «Обнулить операцию»: its sums become zero and its blank is annulled, in one commit. A refused payout is asked about once more first
/// (rule 14); an attempt that starts meanwhile makes this commit conflict (rule 7).
/// </summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights)]
public sealed partial class ZeroOperation(IDbContextFactory<KvellDbContext> contexts, IClosedNumbers closedNumbers, TimeProvider clock, ILogger<ZeroOperation> log) : IUseCase
{
    public const string ReasonField = "zero-reason";

    /// <returns>Null when it is done.</returns>
    public async Task<Refusal?> ExecuteAsync(Actor actor, Guid operationId, string reason, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        if (DecisionForm.CheckReason(reason, ReasonField) is { } wrong)
            return wrong;
        var askedAt = clock.GetUtcNow().UtcDateTime;
        if (await RefusedTopUpAsync(actor, operationId, cancellationToken) is { } refused)
            await closedNumbers.AskAsync([refused], askedAt);
        var refusal = await contexts.DecideAsync(db => ZeroAsync(db, actor, operationId, TypedText.Trimmed(reason), askedAt, cancellationToken), cancellationToken);
        if (refusal is null)
            LogZeroed(operationId, actor.UserId);
        return refusal;
    }

    /// <returns>A top-up whose numbers are closed and may have been paid after all.</returns>
    private async Task<Guid?> RefusedTopUpAsync(Actor actor, Guid operationId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (operation, topUp) = await LoadAsync(db, actor, operationId, cancellationToken);
        return topUp is { State: TopUpState.Declined } && !operation.IsZeroed ? topUp.Id : null;
    }

    private async Task<Refusal?> ZeroAsync(KvellDbContext db, Actor actor, Guid operationId, string reason, DateTime askedAt, CancellationToken cancellationToken)
    {
        var (operation, topUp) = await LoadAsync(db, actor, operationId, cancellationToken);
        var isUnanswered = topUp is { State: TopUpState.Declined } && topUp.ForbidsCash(askedAt);
        if (operation.WhyNotZero(topUp?.State, isUnanswered) is { } sentence)
            return new Refusal($"{sentence}.");
        var now = clock.GetUtcNow().UtcDateTime;
        operation.Zero(reason, topUp?.State, isUnanswered, actor, now);
        Waivers.UseUp(topUp);
        var ticket = await db.Set<PledgeTicket>().SingleAsync(row => row.Id == operation.TicketId, cancellationToken);
        var blank = await db.Set<TicketBlank>().SingleOrDefaultAsync(
            row => row.DraftId == operation.DraftId && row.TicketOrdinal == ticket.Ordinal && row.State == BlankState.Printed, cancellationToken);
        blank?.Annul(reason, actor.UserId, now);

        // Whoever prints a ticket of the group at this moment meets this commit, and takes no blank for a zeroed one.
        (await db.Set<GroupDraft>().SingleAsync(row => row.Id == operation.DraftId, cancellationToken)).NoteBlanks();
        await db.SaveChangesAsync(cancellationToken);
        return null;
    }

    /// <summary>The operation's token is read before its top-up.</summary>
    private static async Task<(PledgeOperation Operation, CardTopUp? TopUp)> LoadAsync(KvellDbContext db, Actor actor, Guid operationId, CancellationToken cancellationToken)
    {
        var operation = await db.Set<PledgeOperation>().SingleOrDefaultAsync(row => row.Id == operationId, cancellationToken) ?? throw new AccessDeniedException();
        actor.DemandDesk(operation.BranchId);
        var topUp = await db.Set<CardTopUp>().Include(row => row.Attempts).SingleOrDefaultAsync(row => row.OperationId == operationId, cancellationToken);
        return (operation, topUp);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Operation {OperationId} was zeroed by {By}")]
    private partial void LogZeroed(Guid operationId, Guid by);
}
