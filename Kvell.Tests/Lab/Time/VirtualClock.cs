namespace Kvell.Tests.Lab.Time;

/// <summary>
/// Time that passes only when everybody waits. Flows (a job, a press) run one after another, each until it waits for a time of
/// this clock; then the earliest timer fires. So a run is the same each time, and a day of waiting takes no time.
/// </summary>
internal sealed class VirtualClock(DateTimeOffset start) : TimeProvider
{
    /// <summary>A flow that waits for anything else than this clock would stand still for ever.</summary>
    private static readonly TimeSpan LongestStandstill = TimeSpan.FromSeconds(60);

    private readonly object _gate = new();
    private readonly PriorityQueue<VirtualTimer, (long Due, long Order)> _timers = new();
    private long _elapsed;
    private long _order;
    private int _awake;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public DateTime UtcNow => GetUtcNow().UtcDateTime;

    public override DateTimeOffset GetUtcNow() => start.AddTicks(GetTimestamp());

    public override long GetTimestamp() => Interlocked.Read(ref _elapsed);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (period != Timeout.InfiniteTimeSpan && period != TimeSpan.Zero)
            throw new NotSupportedException("The virtual clock has no periodic timers: a period that nobody waits for would never end.");
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Something that happens at a time: it runs when all flows wait, before any later one.</summary>
    public void At(DateTime utc, Action happen) =>
        CreateTimer(_ => happen(), null, utc > UtcNow ? utc - UtcNow : TimeSpan.Zero, Timeout.InfiniteTimeSpan);

    /// <summary>Waits in the flow that calls. Unlike <c>Task.Delay</c>, a cancelled wait is over before its flow goes on.</summary>
    public async Task DelayAsync(TimeSpan time, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var done = new TaskCompletionSource();
        await using var timer = new VirtualTimer(this, _ => done.TrySetResult(), done.Task);
        await using var registration = cancellationToken.Register(() =>
        {
            timer.Dispose();
            done.TrySetCanceled(cancellationToken);
        });

        // Last: with it this flow sleeps, and the clock may run past the time-out that cancels it.
        timer.Change(time, Timeout.InfiniteTimeSpan);
        await done.Task;
    }

    /// <summary>Fires timers, earliest first, until <paramref name="isOver"/> or none is left.</summary>
    /// <returns>False when it stopped at <paramref name="horizon"/>.</returns>
    public bool Run(Func<bool> isOver, DateTime horizon)
    {
        while (true)
        {
            WaitUntilAllWait();
            if (isOver())
                return true;
            if (Next() is not { } timer)
                return true;
            if (UtcNow > horizon)
                return false;
            timer.Fire();
        }
    }

    internal void Schedule(VirtualTimer timer, TimeSpan dueTime)
    {
        lock (_gate)
        {
            timer.Due = _elapsed + Math.Max(0, dueTime.Ticks);
            _timers.Enqueue(timer, (timer.Due.Value, ++_order));
        }
    }

    /// <summary>A flow begins, or goes on after its wait.</summary>
    internal void Wake() => Count(+1);

    /// <summary>A flow ends, or waits.</summary>
    internal void Sleep() => Count(-1);

    private void Count(int change)
    {
        lock (_gate)
        {
            _awake += change;
            if (_awake < 0)
                throw new InvalidOperationException("More flows wait than there are.");
            if (_awake == 0)
                Monitor.PulseAll(_gate);
        }
    }

    private void WaitUntilAllWait()
    {
        lock (_gate)
        {
            while (_awake > 0)
            {
                if (!Monitor.Wait(_gate, LongestStandstill))
                    throw new InvalidOperationException("A flow waits for something that isn't on the virtual clock.");
            }
        }
    }

    private VirtualTimer? Next()
    {
        lock (_gate)
        {
            while (_timers.TryDequeue(out var timer, out var key))
            {
                if (timer.Due != key.Due)
                    continue;
                timer.Due = null;
                Interlocked.Exchange(ref _elapsed, key.Due);
                return timer;
            }

            return null;
        }
    }
}
