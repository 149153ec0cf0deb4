namespace Kvell.Infrastructure.CardTopUps;

/// <summary>
/// Asked where a body's first byte is written: is a whole time-out of the lease left, by both clocks? The monotonic one stops
/// while a machine sleeps, the wall clock can be set back; a lease must be good by each.
/// </summary>
public sealed class LeaseGuard(TimeProvider clock, TimeSpan lease, TimeSpan requestTimeout)
{
    private readonly long _taken = clock.GetTimestamp();

    /// <summary>UTC. The lease's end, reckoned from a moment before the commit that stores it.</summary>
    public DateTime Until { get; } = clock.GetUtcNow().UtcDateTime + lease;

    public bool MayBegin() =>
        clock.GetElapsedTime(_taken) + requestTimeout <= lease
        && clock.GetUtcNow().UtcDateTime + requestTimeout <= Until;
}
