using System.Linq.Expressions;
using Hangfire;
using Hangfire.States;
using Kvell.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Kvell.Tests.Jobs;

public sealed class JobHostingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_failed_job_stays_failed()
    {
        await using var host = HostWith("any");
        Assert.Equal(FailedState.StateName, await RunAsync(host, job => job.Fail()));
    }

    [Fact]
    public async Task Each_host_runs_its_own_jobs_with_its_own_services()
    {
        await using var first = HostWith("first");
        await using var second = HostWith("second");
        foreach (var host in new[] { first, second })
        {
            Assert.Equal(SucceededState.StateName, await RunAsync(host, job => job.Report()));
            Assert.True(host.Services.GetRequiredService<TestPlace>().HasReported);
        }
    }

    [Fact]
    public async Task Stopping_waits_for_a_job_that_has_begun()
    {
        var host = HostWith("any");
        var place = host.Services.GetRequiredService<TestPlace>();
        host.Services.GetRequiredService<IBackgroundJobClient>().Enqueue<TestJob>(job => job.HoldAsync());
        await place.Begun.Task.WaitAsync(Cancellation);

        var isStopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var stop = host.DisposeAsync().AsTask();
        Assert.True(isStopping.WaitHandle.WaitOne(TimeSpan.FromSeconds(10)));

        // An idle host is gone after half a second; this one must still be there after a whole one.
        Assert.NotSame(stop, await Task.WhenAny(stop, Task.Delay(TimeSpan.FromSeconds(1), Cancellation)));
        place.MayEnd.SetResult();
        await stop;
        Assert.True(place.HasReported);
    }

    private static Task<string> RunAsync(KvellHost host, Expression<Action<TestJob>> work)
    {
        var job = host.Services.GetRequiredService<IBackgroundJobClient>().Enqueue(work);
        return WitnessAttribute.EndOf(host.Services.GetRequiredService<JobStorage>(), job).WaitAsync(Cancellation);
    }

    private static KvellHost HostWith(string name) => new(new KvellHostOptions { Services = services => services.AddSingleton(new TestPlace(name)) });
}

internal sealed class TestPlace(string name)
{
    public string Name { get; } = name;

    public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource MayEnd { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool HasReported { get; set; }
}

internal sealed class TestJob(TestPlace place)
{
    [Witness]
    public void Fail() => throw new InvalidOperationException($"The job in {place.Name} fails.");

    [Witness]
    public void Report() => place.HasReported = true;

    public async Task HoldAsync()
    {
        place.Begun.SetResult();
        await place.MayEnd.Task;
        place.HasReported = true;
    }
}
