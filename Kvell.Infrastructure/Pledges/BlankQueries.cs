using Kvell.Domain.Branches;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

internal static class BlankQueries
{
    /// <summary>A branch's clean blanks, the next one first.</summary>
    public static IQueryable<TicketBlank> CleanBlanks(this KvellDbContext db, Guid branchId) => db.Set<TicketBlank>()
        .Where(blank => blank.BranchId == branchId && blank.State == BlankState.Clean)
        .OrderBy(blank => blank.Series).ThenBy(blank => blank.Ordinal);

    /// <summary>The numbers of a draft's printed blanks by their tickets.</summary>
    public static async Task<Dictionary<int, string>> PrintedBlanksAsync(this KvellDbContext db, Guid draftId, CancellationToken cancellationToken)
    {
        var blanks = await db.Set<TicketBlank>().AsNoTracking()
            .Where(blank => blank.DraftId == draftId && blank.State == BlankState.Printed).ToListAsync(cancellationToken);
        return blanks.ToDictionary(blank => blank.TicketOrdinal!.Value, blank => blank.Number);
    }
}
