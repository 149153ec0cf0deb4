using Kvell.Infrastructure.Jobs;
using Kvell.Infrastructure.RequestLog;
using Microsoft.Extensions.DependencyInjection;

namespace Kvell.Infrastructure.Operation;

public static class OperationServices
{
    /// <summary>What whoever runs the servers looks at: health, meters, traces.</summary>
    public static IServiceCollection AddKvellOperation(this IServiceCollection services)
    {
        services.AddMetrics();
        services.AddHostedService<UndecidedGauges>();
        services.AddHealthChecks()
            .AddCheck<DatabaseHealth>("database")
            .AddCheck<MigrationHealth>("migrations")
            .AddCheck<ClockHealth>("clock")
            .AddCheck<SigningReady>("signing");
        services.AddSingleton<ForgetLogBodies>();
        services.AddSingleton<Housekeeping>();
        services.AddSingleton<IJobSchedule, HousekeepingSchedule>();
        return services;
    }
}
