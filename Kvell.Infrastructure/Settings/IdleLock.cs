using Kvell.Domain.Settings;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Settings;

/// <summary>After how long without anybody at it a shared desk is closed: the policy's.</summary>
public sealed class IdleLock(IDbContextFactory<KvellDbContext> contexts)
{
    /// <returns>Minutes; 0 for never.</returns>
    public async Task<int> MinutesAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var stored = await db.Set<AccountingPolicy>().Select(policy => (int?)policy.IdleLockMinutes).SingleOrDefaultAsync(cancellationToken);
        return stored ?? AccountingPolicy.DefaultIdleLockMinutes;
    }
}
