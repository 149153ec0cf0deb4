using Kvell.Domain.Branches;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Receipts;

/// <summary>«Чек возврата»: reverses the receipt that stands; its cash is back in the drawer.</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights)]
public sealed class ReturnReceipt(IDbContextFactory<KvellDbContext> contexts, ReceiptHandOver handOver, TimeProvider clock) : IUseCase
{
    /// <returns>Why not, or null where it is returned.</returns>
    public async Task<Refusal?> ExecuteAsync(Actor actor, Guid operationId, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        var (refusal, receipt) = await contexts.DecideAsync(db => ReturnAsync(db, actor, operationId, cancellationToken), cancellationToken);
        if (receipt is null)
            return refusal;
        return await handOver.PrintAsync([receipt]) is [var failure] ? new Refusal($"Чек возврата оформлен. Касса его не напечатала: {failure}") : null;
    }

    private async Task<(Refusal? Refusal, Receipt? Receipt)> ReturnAsync(KvellDbContext db, Actor actor, Guid operationId, CancellationToken cancellationToken)
    {
        var operation = await db.Set<PledgeOperation>().SingleOrDefaultAsync(row => row.Id == operationId, cancellationToken) ?? throw new AccessDeniedException();
        actor.DemandDesk(operation.BranchId);
        var topUp = await db.Set<CardTopUp>().AsNoTracking().SingleOrDefaultAsync(row => row.OperationId == operationId, cancellationToken);
        if (ReceiptRules.ReturnRefusalOf(operation, topUp?.State) is { } sentence)
            return (new Refusal(sentence), null);
        var branch = await db.Set<Branch>().SingleAsync(row => row.Id == operation.BranchId, cancellationToken);
        var standing = await db.Set<Receipt>().SingleAsync(row => row.Id == operation.ReceiptId, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var receipt = operation.ReturnReceipt(standing, topUp?.State, actor, now);
        db.Add(receipt);
        if (receipt.Cash.IsPositive)
            db.Add(branch.MoveCash(new CashMove(CashEntryKind.Return, receipt.Cash, operation.Number, receipt.Id), actor, now));
        await db.SaveChangesAsync(cancellationToken);
        return (null, receipt);
    }
}
