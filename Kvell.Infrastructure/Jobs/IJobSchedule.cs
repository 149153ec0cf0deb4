using Hangfire;

namespace Kvell.Infrastructure.Jobs;

/// <summary>
/// An area's jobs: registered in the container, called once when the application has started. Recurring jobs and what
/// must run at start are declared here.
/// </summary>
public interface IJobSchedule
{
    void Declare(IRecurringJobManager recurring, IBackgroundJobClient jobs);
}
