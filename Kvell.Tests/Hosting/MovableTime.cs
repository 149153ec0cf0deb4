namespace Kvell.Tests.Hosting;

/// <summary>The machine's clock until a test moves it; timers run as ever.</summary>
internal sealed class MovableTime : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
}
