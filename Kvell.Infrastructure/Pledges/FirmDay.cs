using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

internal static class FirmDay
{
    /// <summary>Today in the zone of the person's branch; without one, of the firm's first.</summary>
    public static async Task<DateOnly> TodayAsync(this KvellDbContext db, Actor actor, DateTime now, CancellationToken cancellationToken)
    {
        var branch = await db.Set<Branch>().AsNoTracking()
            .OrderByDescending(found => found.Id == actor.BranchId).ThenBy(found => found.Name).FirstOrDefaultAsync(cancellationToken);
        return BranchZone.DayOf(now, branch?.Zone ?? TimeZoneInfo.Local);
    }
}
