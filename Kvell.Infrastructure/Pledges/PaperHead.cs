using Kvell.Domain.Branches;
using Kvell.Domain.Settings;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

/// <summary>Who lends and where: what every paper begins with.</summary>
/// <param name="BranchAddress">Empty where the branch has none of its own.</param>
public sealed record PaperHead(FirmDetails Firm, string BranchName, string BranchAddress, PrintShift Shift)
{
    public string Branch => BranchAddress.Length == 0 ? BranchName : $"{BranchName}, {BranchAddress}";
}

internal static class PaperHeads
{
    public static async Task<PaperHead> PaperHeadAsync(this KvellDbContext db, Branch branch, CancellationToken cancellationToken)
    {
        var policy = await db.Set<AccountingPolicy>().AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return new PaperHead(policy?.Firm ?? FirmDetails.None, branch.Name, branch.Address, branch.PrintShift);
    }
}
