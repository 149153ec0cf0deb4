using Kvell.Domain.Branches;
using Kvell.Domain.Settings;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

/// <summary>Who lends and where: what every paper begins with.</summary>
public sealed record PaperHead(FirmDetails Firm, string BranchName, PrintShift Shift);

internal static class PaperHeads
{
    public static async Task<PaperHead> PaperHeadAsync(this KvellDbContext db, Branch branch, CancellationToken cancellationToken)
    {
        var policy = await db.Set<AccountingPolicy>().AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return new PaperHead(policy?.Firm ?? FirmDetails.None, branch.Name, branch.PrintShift);
    }
}
