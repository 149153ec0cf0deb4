namespace Kvell.Infrastructure.Demo;

/// <summary>The system's clock, moved by a fixed distance. Timers and time stamps are the system's own.</summary>
public sealed class ShiftedTimeProvider(TimeSpan shift) : TimeProvider
{
    /// <summary>How far this clock is from the machine's.</summary>
    public TimeSpan Shift { get; } = shift;

    public static ShiftedTimeProvider StartingAt(DateTimeOffset now) => new(now - System.GetUtcNow());

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Shift;
}
