using Hangfire;
using Microsoft.Extensions.Hosting;

namespace Kvell.Infrastructure.Jobs;

/// <summary>Declares every area's jobs, once the database stands.</summary>
internal sealed class JobDeclaration(
    IEnumerable<IJobSchedule> schedules, IRecurringJobManager recurring, IBackgroundJobClient jobs) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var schedule in schedules)
            schedule.Declare(recurring, jobs);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
