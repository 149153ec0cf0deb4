using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Kvell.Infrastructure.Operation;

/// <summary>The database answers.</summary>
internal sealed class DatabaseHealth(IDbContextFactory<KvellDbContext> contexts) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Database.SqlQueryRaw<int>("SELECT 1 AS Value").SingleAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}

/// <summary>The database has this version's shape: nothing is missing, and no newer version has been here.</summary>
internal sealed class MigrationHealth(IDbContextFactory<KvellDbContext> contexts) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var applied = await db.Database.GetAppliedMigrationsAsync(cancellationToken);
        return applied.SequenceEqual(db.Database.GetMigrations())
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The database's migrations aren't this version's.");
    }
}
