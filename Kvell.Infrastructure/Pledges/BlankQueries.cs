using Kvell.Domain.Branches;
using Kvell.Domain.Pledges;
using Kvell.Domain.Settings;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

internal static class BlankQueries
{
    /// <summary>A branch's clean blanks, the next one first.</summary>
    public static IQueryable<TicketBlank> CleanBlanks(this KvellDbContext db, Guid branchId) => db.Set<TicketBlank>()
        .Where(blank => blank.BranchId == branchId && blank.State == BlankState.Clean)
        .OrderBy(blank => blank.Series).ThenBy(blank => blank.Ordinal);

    /// <summary>The policy's switch: tickets take no blank.</summary>
    public static Task<bool> PrintsOnPlainPaperAsync(this KvellDbContext db, CancellationToken cancellationToken) =>
        db.Set<AccountingPolicy>().AnyAsync(policy => policy.PrintsOnPlainPaper, cancellationToken);

    /// <summary>«Испорчен»: the ticket that was printed on it, if one was, wants another. The caller commits.</summary>
    public static async Task SpoilAsync(this KvellDbContext db, TicketBlank blank, string reason, Guid by, DateTime now, CancellationToken cancellationToken)
    {
        if (blank is { DraftId: { } draftId, TicketOrdinal: { } ordinal })
        {
            var ticket = await db.Set<PledgeTicket>().SingleOrDefaultAsync(row => row.DraftId == draftId && row.Ordinal == ordinal, cancellationToken);
            ticket?.NoteSpoiled();
        }

        blank.Spoil(reason, by, now);
    }

    /// <summary>The numbers of a draft's printed blanks by their tickets.</summary>
    public static async Task<Dictionary<int, string>> PrintedBlanksAsync(this KvellDbContext db, Guid draftId, CancellationToken cancellationToken)
    {
        var blanks = await db.Set<TicketBlank>().AsNoTracking()
            .Where(blank => blank.DraftId == draftId && blank.State == BlankState.Printed).ToListAsync(cancellationToken);
        return blanks.ToDictionary(blank => blank.TicketOrdinal!.Value, blank => blank.Number);
    }
}
