using Kvell.Domain.Branches;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Pledges;
using Kvell.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Receipts;

/// <summary>One loan as the receipt's rules see it.</summary>
internal sealed record LoanInReceipts(PledgeTicket Ticket, PledgeOperation Operation, CardTopUp? TopUp)
{
    public TopUpState? State => TopUp?.State;

    /// <summary>Refused before, and cash stands instead: KVELL has to be asked once more (rule 14).</summary>
    public bool HasToBeAsked => State == TopUpState.Declined && Operation is { CashAmount.IsPositive: true, IsReceiptPrinted: false };

    /// <summary>
    /// Of a group or of one operation, tracked. The operations' tokens are read before the top-ups: an attempt that starts in
    /// between makes this commit conflict (rule 7).
    /// </summary>
    public static async Task<List<LoanInReceipts>> LoadAsync(KvellDbContext db, Guid draftId, Guid? operationId, CancellationToken cancellationToken)
    {
        var rows = await db.OperationsOf(draftId).Where(row => operationId == null || row.Operation.Id == operationId).ToListAsync(cancellationToken);
        var ids = rows.ConvertAll(row => row.Operation.Id);
        var topUps = await db.Set<CardTopUp>().Include(topUp => topUp.Attempts)
            .Where(topUp => ids.Contains(topUp.OperationId)).ToDictionaryAsync(topUp => topUp.OperationId, cancellationToken);
        return rows.ConvertAll(row => new LoanInReceipts(row.Ticket, row.Operation, topUps.GetValueOrDefault(row.Operation.Id)));
    }

    public ReceiptFacts FactsOf(Branch branch, KvellReadinessFacts kvell, DateTime askedAt) =>
        new(State, TopUp?.ForbidsCash(askedAt) == true, kvell.IsInUse, kvell.IsCashlessShut, branch.CashBalance);
}

/// <summary>What the receipt's rules want to know of KVELL in a branch.</summary>
internal sealed record KvellReadinessFacts(bool IsInUse, bool IsCashlessShut)
{
    public static async Task<KvellReadinessFacts> ReadAsync(KvellReadinessCheck readiness, KvellDbContext db, Guid branchId, CancellationToken cancellationToken)
    {
        var ready = await readiness.CheckAsync(db, branchId, cancellationToken);
        return new KvellReadinessFacts(ready.IsInUse, ready is { IsInUse: true, IsReady: false });
    }
}
