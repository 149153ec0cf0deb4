using Xunit;

namespace Kvell.Tests.Lab.Time;

public sealed class VirtualClockTests
{
    private static readonly DateTimeOffset Morning = new(2022, 10, 24, 6, 0, 0, TimeSpan.Zero);

    private readonly VirtualClock _clock = new(Morning);
    private readonly List<string> _events = [];

    [Fact]
    public void Flows_take_turns_by_the_clock_and_a_day_takes_no_time()
    {
        Start("a", TimeSpan.FromHours(3), TimeSpan.FromHours(20));
        Start("b", TimeSpan.FromHours(1), TimeSpan.FromHours(4));
        Run();
        Assert.Equal(["b 07:00", "a 09:00", "b 11:00", "a 05:00"], _events);
    }

    [Fact]
    public void Time_stands_while_a_flow_is_elsewhere_on_the_thread_pool()
    {
        Begin(async () =>
        {
            await Task.Run(() => SpinWait.SpinUntil(() => false, 30), TestContext.Current.CancellationToken);
            Note("back from the pool");
            await Task.Delay(TimeSpan.FromMinutes(1), _clock, TestContext.Current.CancellationToken);
        });
        _clock.At(_clock.UtcNow.AddSeconds(1), () => Note("a second later"));
        Run();
        Assert.Equal(["back from the pool 06:00", "a second later 06:00"], _events);
        Assert.Equal(Morning.AddMinutes(1), _clock.GetUtcNow());
    }

    [Fact]
    public void A_time_out_of_the_clock_cuts_a_wait()
    {
        Begin(async () =>
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(30), _clock);
            await Assert.ThrowsAsync<TaskCanceledException>(() => _clock.DelayAsync(TimeSpan.FromHours(9), limit.Token));
            Note("cut");
            await _clock.DelayAsync(TimeSpan.FromHours(1), TestContext.Current.CancellationToken);
            Note("went on");
        });
        Run();
        Assert.Equal(["cut 06:30", "went on 07:30"], _events);
    }

    [Fact]
    public void A_flow_that_dies_does_nothing_more_and_holds_nobody_up()
    {
        FlowEnd? end = null;
        Flow.Start(
            _clock,
            async () =>
            {
                await _clock.DelayAsync(TimeSpan.FromMinutes(1));
                await Flow.DieAsync();
                Note("after death");
            },
            ended => end = ended);
        Start("other", TimeSpan.FromHours(1));
        Run();
        Assert.Equal(new FlowEnd(true, null), end);
        Assert.Equal(["other 07:00"], _events);
    }

    [Fact]
    public void What_comes_out_of_a_flow_is_told()
    {
        FlowEnd? end = null;
        Flow.Start(_clock, () => throw new InvalidOperationException("broken"), ended => end = ended);
        Run();
        Assert.Equal("broken", end?.Failure?.Message);
    }

    [Fact]
    public void A_run_stops_at_its_horizon()
    {
        Start("late", TimeSpan.FromDays(3));
        Assert.True(_clock.Run(() => false, Morning.UtcDateTime.AddDays(4)));
        Start("later", TimeSpan.FromDays(3), TimeSpan.FromDays(3));
        Assert.False(_clock.Run(() => false, Morning.UtcDateTime.AddDays(5)));
    }

    private void Run() => Assert.True(_clock.Run(() => false, Morning.UtcDateTime.AddDays(2)));

    private void Start(string name, params TimeSpan[] waits) => Begin(async () =>
    {
        foreach (var wait in waits)
        {
            await _clock.DelayAsync(wait);
            Note(name);
        }
    });

    private void Begin(Func<Task> work) => Flow.Start(_clock, work, end => Assert.Null(end.Failure));

    private void Note(string what) => _events.Add($"{what} {_clock.UtcNow:HH:mm}");
}
