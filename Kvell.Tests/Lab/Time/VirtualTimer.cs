namespace Kvell.Tests.Lab.Time;

/// <summary>
/// A timer of the virtual clock. One whose state is a task is somebody's <c>Task.Delay</c>: its flow sleeps until it fires or is
/// cancelled. Any other (a time-out, an appointment) goes by in the background.
/// </summary>
internal sealed class VirtualTimer(VirtualClock clock, TimerCallback callback, object? state) : ITimer
{
    private readonly Flow? _sleeper = state is Task ? Flow.Current : null;
    private int _sleeps;

    /// <summary>On the clock's own scale; null when it isn't set.</summary>
    public long? Due { get; set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == Timeout.InfiniteTimeSpan)
        {
            Due = null;
            WakeSleeper();
            return true;
        }

        clock.Schedule(this, dueTime);
        if (_sleeper is not null && Interlocked.Exchange(ref _sleeps, 1) == 0)
            _sleeper.Sleep();
        return true;
    }

    public void Fire()
    {
        WakeSleeper();
        callback(state);
    }

    public void Dispose()
    {
        Due = null;
        WakeSleeper();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void WakeSleeper()
    {
        if (Interlocked.Exchange(ref _sleeps, 0) == 1)
            _sleeper!.Wake();
    }
}
