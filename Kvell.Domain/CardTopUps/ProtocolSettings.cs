namespace Kvell.Domain.CardTopUps;

/// <summary>The protocol's times (design §4, settings of §6).</summary>
/// <param name="RequestTimeout">One time-out over connect, headers and body.</param>
/// <param name="Grace">How long after a send's end "order not found" means nothing.</param>
/// <param name="LeaseMargin">What a lease has beyond two time-outs.</param>
public sealed record ProtocolSettings(TimeSpan RequestTimeout, TimeSpan Grace, TimeSpan LeaseMargin)
{
    /// <summary>Longer than two time-outs and the margin, by a second.</summary>
    public TimeSpan Lease => (2 * RequestTimeout) + LeaseMargin + TimeSpan.FromSeconds(1);

    /// <summary>How far a server's clock may be from the database's.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(5);
}
