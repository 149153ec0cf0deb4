using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using Kvell.Infrastructure.CardTopUps;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Kvell.Tests.CardTopUps;

/// <summary>A wake-up that comes before its time finds nothing due and is lost; the next is the sweep's, up to a minute later.</summary>
public sealed class ProcessorWakeUpTests
{
    [Theory]
    [InlineData(2000)]
    [InlineData(2001)]
    [InlineData(5500)]
    [InlineData(60999)]
    public void A_wake_up_never_comes_before_its_time_though_the_schedule_keeps_whole_seconds(int milliseconds)
    {
        var jobs = new Schedule();
        var at = TimeProvider.System.GetUtcNow().UtcDateTime.AddMilliseconds(milliseconds);
        new HangfireTopUpTimer(jobs, TimeProvider.System, NullLogger<HangfireTopUpTimer>.Instance).Plan(Guid.NewGuid(), at);
        Assert.InRange(Kept(Assert.Single(jobs.Times)), at, at.AddSeconds(1.1));
    }

    [Fact]
    public void What_is_due_is_woken_at_once_and_what_waits_for_nothing_never()
    {
        var jobs = new Schedule();
        var timer = new HangfireTopUpTimer(jobs, TimeProvider.System, NullLogger<HangfireTopUpTimer>.Instance);
        timer.Plan(Guid.NewGuid(), null);
        Assert.Empty(jobs.Times);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        timer.Plan(Guid.NewGuid(), now.AddMinutes(-3));
        Assert.InRange(Assert.Single(jobs.Times), now, now.AddSeconds(1));
    }

    private static DateTime Kept(DateTime enqueueAt) => JobHelper.FromTimestamp(JobHelper.ToTimestamp(enqueueAt));

    private sealed class Schedule : IBackgroundJobClient
    {
        public List<DateTime> Times { get; } = [];

        public string Create(Job job, IState state)
        {
            Times.Add(((ScheduledState)state).EnqueueAt);
            return "1";
        }

        public bool ChangeState(string jobId, IState state, string expectedState) => throw new NotSupportedException();
    }
}
