using System.Diagnostics.Metrics;
using Kvell.Domain.CardTopUps;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Kvell.Infrastructure.Operation;

/// <summary>
/// <c>kvell.undecided</c> and <c>kvell.undecided.age</c>: how many payouts have no known outcome, and for how many seconds the oldest. The
/// database is asked only when somebody reads them.
/// </summary>
internal sealed class UndecidedGauges(IMeterFactory meters, IDbContextFactory<KvellDbContext> contexts, TimeProvider time) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var meter = meters.Create(PayoutMeter.Name);
        meter.CreateObservableGauge("kvell.undecided", Count, "{payout}", "Payouts whose outcome isn't known.");
        meter.CreateObservableGauge("kvell.undecided.age", Age, "s", "For how long the oldest of them has been undecided.");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private int Count()
    {
        using var db = contexts.CreateDbContext();
        return db.Set<CardTopUp>().Count(CardTopUp.IsUndecided);
    }

    private double Age()
    {
        using var db = contexts.CreateDbContext();
        var oldest = db.Set<CardTopUp>().Where(CardTopUp.IsUndecided).Min(topUp => topUp.UndecidedSince);
        return oldest is { } since ? Math.Max(0, (time.GetUtcNow().UtcDateTime - since).TotalSeconds) : 0;
    }
}
