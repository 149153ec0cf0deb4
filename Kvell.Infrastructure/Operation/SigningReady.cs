using Kvell.Infrastructure.Gateway.Signing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Kvell.Infrastructure.Operation;

/// <summary>This server can sign, as it last tried.</summary>
internal sealed class SigningReady(SigningHealth signing) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        signing.Last switch
        {
            null => HealthCheckResult.Unhealthy("The signing hasn't been tried yet."),
            { IsGood: true } => HealthCheckResult.Healthy(),
            var report => HealthCheckResult.Unhealthy(report.Sentence),
        });
}
