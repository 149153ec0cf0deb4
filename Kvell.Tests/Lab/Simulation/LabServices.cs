using Kvell.Domain.Branches;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Settings;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Gateway;
using Kvell.Infrastructure.Gateway.KvellApi;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Pledges;
using Kvell.Infrastructure.Sealing;
using Kvell.Infrastructure.Settings;
using Kvell.Tests.Lab.Faults;
using Kvell.Tests.Lab.Time;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Kvell.Tests.Lab.Simulation;

/// <summary>The product's own services for one server of a run: only time, sockets and wake-ups are the lab's.</summary>
internal sealed class LabServices(
    LabDatabase database, VirtualClock clock, Misfortune misfortune, Func<HttpMessageHandler> wire, ITopUpTimer timer, NumberAttempt? numbers)
{
    /// <param name="isFaulty">False for what the lab itself does in the database.</param>
    public ServiceProvider Start(bool isFaulty = true)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton(database.Configuration);
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<IDatabaseClock>(new LabDatabaseClock(clock));
        services.AddKvellPersistence(database.Configuration);
        services.AddSingleton<IInterceptor, QuickDisk>();
        services.AddSingleton(new Seals(database.Protection));
        services.AddSingleton(new KvellTransport(wire()));
        services.AddKvellGateway(database.Configuration);
        services.AddSingleton(timer);
        if (numbers is not null)
            services.AddSingleton(numbers);
        services.AddKvellCardTopUps();
        services.AddKvellPledges();
        services.AddSingleton<KvellReadinessCheck>();
        services.AddSingleton<ITrialSignature, EveryKeySigns>();
        services.Replace(ServiceDescriptor.Singleton<IClosedNumbers, AskedInTheFlow>());
        services.PostConfigure<KvellOptions>(options => options.Parallelism = 1);
        if (isFaulty)
        {
            services.AddSingleton<IInterceptor>(new CommitFaults(misfortune, clock));
            services.AddSingleton<IInterceptor>(new UpdateFaults(misfortune, clock));
        }

        return services.BuildServiceProvider();
    }

    public static KvellOptions Defaults { get; } = new();

    /// <summary>The product asks by its sender, beside the press; here that would be a flow that no clock knows of.</summary>
    private sealed class AskedInTheFlow(TopUpProcessor processor) : IClosedNumbers
    {
        public async Task AskAsync(IReadOnlyCollection<Guid> topUpIds, DateTime askedAt)
        {
            foreach (var id in topUpIds)
                await processor.RunAsync(id, new TopUpVisit(new TopUpIntent.AskClosed(askedAt)));
        }
    }

    private sealed class EveryKeySigns : ITrialSignature
    {
        public Task<TrialResult> TryAsync(KvellTerminal? terminal, SigningSettings signing) => Task.FromResult(new TrialResult(KeysOpen: true, SigningTrial.Good));
    }

    private sealed class LabDatabaseClock(VirtualClock clock) : IDatabaseClock
    {
        public Task<DateTime> UtcNowAsync(KvellDbContext db) => Task.FromResult(clock.UtcNow);
    }
}
