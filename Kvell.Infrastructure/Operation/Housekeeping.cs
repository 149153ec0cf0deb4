using Hangfire;
using Kvell.Infrastructure.Identity;
using Kvell.Infrastructure.Jobs;
using Kvell.Infrastructure.RequestLog;

namespace Kvell.Infrastructure.Operation;

/// <summary>Each night: what is kept for a time only is let go.</summary>
[AutomaticRetry(Attempts = 0, LogEvents = false)]
public sealed class Housekeeping(ForgetLogBodies bodies, SessionEnd sessions)
{
    [JobDisplayName("Уборка: тела запросов журнала, завершённые сеансы")]
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await bodies.RunAsync(cancellationToken);
        await sessions.ForgetOldAsync(cancellationToken);
    }
}

internal sealed class HousekeepingSchedule : IJobSchedule
{
    /// <summary>UTC: before the first branch of the country opens, after the last one has closed.</summary>
    private const int Hour = 19;

    public void Declare(IRecurringJobManager recurring, IBackgroundJobClient jobs) =>
        recurring.AddOrUpdate<Housekeeping>("housekeeping", housekeeping => housekeeping.RunAsync(CancellationToken.None), Cron.Daily(Hour, 30));
}
