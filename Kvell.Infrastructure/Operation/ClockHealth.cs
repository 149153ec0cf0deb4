using System.Globalization;
using Kvell.Domain.CardTopUps;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Kvell.Infrastructure.Operation;

/// <summary>This server's clock agrees with the database's; where it doesn't, this server neither claims nor sends (rule 6).</summary>
internal sealed class ClockHealth(IDbContextFactory<KvellDbContext> contexts, IDatabaseClock clock, TimeProvider time) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var difference = time.GetUtcNow().UtcDateTime - await clock.UtcNowAsync(db);
        return difference.Duration() <= ProtocolSettings.ClockTolerance
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy(string.Create(CultureInfo.InvariantCulture, $"{difference.TotalSeconds:0.0} s from the database's clock."));
    }
}
