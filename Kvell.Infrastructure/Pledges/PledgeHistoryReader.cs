using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

internal static class PledgeHistoryReader
{
    /// <returns>With the times in the branch's zone.</returns>
    public static async Task<IReadOnlyList<PledgeEvent>> ReadHistoryAsync(
        this KvellDbContext db, PledgeOperation operation, CardTopUp? topUp, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var receipts = await db.Set<Receipt>().AsNoTracking().Where(receipt => receipt.OperationId == operation.Id).ToListAsync(cancellationToken);
        List<TopUpDecisionEntry> decisions = [];
        Dictionary<Guid, string> names = [];
        if (topUp is { Attempts.Count: > 0 })
        {
            decisions = await db.Set<TopUpDecisionEntry>().AsNoTracking().Where(entry => entry.TopUpId == topUp.Id).ToListAsync(cancellationToken);
            var starters = topUp.Attempts.Select(attempt => attempt.StartedBy).Distinct().ToList();
            names = await db.Users.AsNoTracking().Where(user => starters.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.FullName, cancellationToken);
        }

        var history = new PledgeHistory(operation, receipts, topUp, decisions, names);
        return [.. history.Events.Select(row => row with { At = BranchZone.ToLocal(row.At, zone) })];
    }
}
