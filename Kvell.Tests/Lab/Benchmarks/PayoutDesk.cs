using Kvell.Domain.Branches;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Demo;
using Kvell.Infrastructure.Persistence;
using Kvell.Tests.Hosting;
using Kvell.Tests.Lab.Simulation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Kvell.Tests.Lab.Benchmarks;

/// <summary>The whole application with the demo's terminal (RSA 4096), its database on disk, and loans to pay.</summary>
internal sealed class PayoutDesk : IAsyncDisposable
{
    /// <summary>The runtime recompiles this path for its first six hundred payouts or so, at twice a payout's own cost.</summary>
    public const int WarmUpPayouts = 1000;

    private readonly KvellHost _host;
    private int _posted = 100_000;

    /// <param name="services">What a benchmark puts in place of the application's own.</param>
    public PayoutDesk(Action<IServiceCollection>? services = null) => _host = new KvellHost(new KvellHostOptions
    {
        Settings = new Dictionary<string, string> { ["Emulator:Speed"] = "1000", ["Serilog:MinimumLevel:Default"] = "Warning", ["Kvell:NotFoundGrace"] = "00:02:00" },
        Services = collection =>
        {
            collection.AddSingleton<IInterceptor>(Commits);
            services?.Invoke(collection);
        },
    });

    public CommitCounter Commits { get; } = new();

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <returns>New loans, each with the press that pays it.</returns>
    public async Task<IReadOnlyList<(Guid TopUpId, TopUpVisit Visit)>> PostAsync(int count)
    {
        await using var db = await Get<IDbContextFactory<KvellDbContext>>().CreateDbContextAsync();
        var branch = await db.Set<Branch>().SingleAsync(row => row.Id == DemoAccounts.All[0].BranchId);
        var terminal = await db.Set<KvellTerminal>().SingleAsync(row => row.BranchId == branch.Id);
        var pledgor = await db.Set<Pledgor>().FirstAsync();
        var now = Get<TimeProvider>().GetUtcNow().UtcDateTime;
        var loans = await LabLoans.PostAsync(db, branch, terminal, pledgor, Enumerable.Range(_posted, count), now);
        _posted += count;
        return [.. loans.All.Select(loan => (loan.TopUpId, new TopUpVisit(new TopUpIntent.Press(0, now), loans.OrderFor(loan))))];
    }

    /// <exception cref="InvalidOperationException">A loan isn't paid: its time would mean nothing.</exception>
    public async Task DemandPaidAsync(IEnumerable<(Guid TopUpId, TopUpVisit Visit)> presses)
    {
        var ids = presses.Select(press => press.TopUpId).ToList();
        await using var db = await Get<IDbContextFactory<KvellDbContext>>().CreateDbContextAsync();
        var paid = await db.Set<CardTopUp>().CountAsync(row => ids.Contains(row.Id) && row.State == TopUpState.Completed);
        if (paid != ids.Count)
            throw new InvalidOperationException($"Only {paid} of {ids.Count} loans were paid.");
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
