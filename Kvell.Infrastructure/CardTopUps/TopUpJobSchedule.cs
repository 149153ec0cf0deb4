using Hangfire;
using Kvell.Infrastructure.Jobs;

namespace Kvell.Infrastructure.CardTopUps;

/// <summary>Rule 9: the sweep at start and each minute.</summary>
internal sealed class TopUpJobSchedule : IJobSchedule
{
    public void Declare(IRecurringJobManager recurring, IBackgroundJobClient jobs)
    {
        recurring.AddOrUpdate<TopUpSweep>("top-up-sweep", sweep => sweep.RunAsync(), Cron.Minutely());
        jobs.Enqueue<TopUpSweep>(sweep => sweep.RunAsync());
    }
}
