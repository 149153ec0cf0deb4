using Kvell.Domain.Branches;
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
        this KvellDbContext db, PledgeOperation operation, int ticketOrdinal, IReadOnlyList<LoanRevision> revisions, CardTopUp? topUp, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var papers = await db.Set<BlankMove>().AsNoTracking().Where(move => move.DraftId == operation.DraftId && move.TicketOrdinal == ticketOrdinal)
            .Join(db.Set<TicketBlank>(), move => move.BlankId, blank => blank.Id, (move, blank) => new TicketPaperMove(blank.Number, move)).ToListAsync(cancellationToken);
        var receipts = await db.Set<Receipt>().AsNoTracking().Where(receipt => receipt.OperationId == operation.Id).ToListAsync(cancellationToken);
        var decisions = topUp is { Attempts.Count: > 0 }
            ? await db.Set<TopUpDecisionEntry>().AsNoTracking().Where(entry => entry.TopUpId == topUp.Id).ToListAsync(cancellationToken)
            : [];
        List<Guid> people = [.. papers.Select(paper => paper.Move.By).Concat(topUp?.Attempts.Select(attempt => attempt.StartedBy) ?? []).Distinct()];
        var names = await db.Users.AsNoTracking().Where(user => people.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.FullName, cancellationToken);
        var history = new PledgeHistory(operation, papers, revisions, receipts, topUp, decisions, names);
        return [.. history.Events.Select(row => row with { At = BranchZone.ToLocal(row.At, zone) })];
    }
}
