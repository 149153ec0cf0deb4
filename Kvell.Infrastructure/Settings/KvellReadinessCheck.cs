using Kvell.Domain.Branches;
using Kvell.Domain.Settings;
using Kvell.Infrastructure.Gateway;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Settings;

/// <summary>May the gateway be used by a branch now? Read from the database each time (design §5).</summary>
public sealed class KvellReadinessCheck(ITrialSignature trial)
{
    public async Task<KvellReadiness> CheckAsync(KvellDbContext db, Guid branchId, CancellationToken cancellationToken)
    {
        var policy = await db.Set<AccountingPolicy>().AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var terminal = await LatestTerminalAsync(db, branchId, cancellationToken);
        var canSign = terminal?.SealedPrivateKey is not null && await trial.CanSignAsync(terminal);
        return KvellReadiness.Of(policy, terminal, canSign);
    }

    /// <summary>The version in force, or null when the branch has none.</summary>
    public static Task<KvellTerminal?> LatestTerminalAsync(KvellDbContext db, Guid branchId, CancellationToken cancellationToken) =>
        db.Set<KvellTerminal>().AsNoTracking()
            .Where(terminal => terminal.BranchId == branchId)
            .OrderByDescending(terminal => terminal.Version)
            .FirstOrDefaultAsync(cancellationToken);
}
