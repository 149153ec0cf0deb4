using Kvell.Infrastructure.Gateway.Signing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Kvell.Infrastructure.Operation;

/// <summary>This server can sign, as it last tried.</summary>
internal sealed class SigningReady(SigningHealth signing) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        // A server that has just started is asked before its first try is over.
        await signing.Tried.WaitAsync(cancellationToken);
        return signing.Last is { IsGood: true } ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(signing.Last?.Sentence);
    }
}
