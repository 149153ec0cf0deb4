using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.InMemory;
using Hangfire.SqlServer;
using Kvell.Infrastructure.Gateway;
using Kvell.Infrastructure.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kvell.Infrastructure.Jobs;

public static class JobServices
{
    /// <summary>Hangfire: in memory beside SQLite, in the database beside SQL Server. Jobs come from every <see cref="IJobSchedule"/>.</summary>
    public static IServiceCollection AddKvellJobs(this IServiceCollection services, IConfiguration configuration)
    {
        // Hangfire's own defaults for these two are statics of the process, and a test process has many hosts.
        services.AddSingleton(_ => CreateStorage(configuration));
        services.AddSingleton<JobActivator>(provider => new AspNetCoreJobActivator(provider.GetRequiredService<IServiceScopeFactory>()));

        services.AddHangfire(_ => JobRetries.TurnOff());
        services.AddHangfireServer((provider, server) =>
        {
            var timeout = provider.GetRequiredService<IOptions<KvellOptions>>().Value.ShutdownTimeout;
            server.SchedulePollingInterval = TimeSpan.FromSeconds(1);
            server.ShutdownTimeout = timeout;
            server.WorkerCount = WorkerCount;
        });
        services.AddHostedService<JobDeclaration>();
        return services;
    }

    private const int WorkerCount = 8;

    private static JobStorage CreateStorage(IConfiguration configuration)
    {
        var provider = configuration.GetValue($"{DatabaseOptions.Section}:{nameof(DatabaseOptions.Provider)}", DatabaseProvider.Sqlite);
        return provider == DatabaseProvider.SqlServer
            ? new SqlServerStorage(configuration.GetConnectionString("Kvell"), new SqlServerStorageOptions { QueuePollInterval = TimeSpan.FromSeconds(1) })
            : new InMemoryStorage();
    }
}
