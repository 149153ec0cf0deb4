using Microsoft.Extensions.Time.Testing;

namespace Kvell.Tests.CardTopUps;

/// <summary>A clock on which waiting takes no time: whoever waits for it moves it on.</summary>
internal sealed class InstantClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly TaskCompletionSource _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Set back or forward by somebody; the monotonic clock doesn't notice.</summary>
    public TimeSpan WallShift { get; set; }

    /// <summary>Waits take until the test moves the clock.</summary>
    public bool StandsStill { get; set; }

    /// <summary>Ends when somebody waits for a clock that stands still.</summary>
    public Task SomebodyWaits => _waiting.Task;

    public DateTime Now => GetUtcNow().UtcDateTime;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + WallShift;

    public override long GetTimestamp() => base.GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (StandsStill)
            _waiting.TrySetResult();
        else if (dueTime > TimeSpan.Zero)
            Advance(dueTime);
        return timer;
    }
}
