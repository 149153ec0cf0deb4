namespace Kvell.Infrastructure.Demo;

/// <summary>Section <c>Demo</c>.</summary>
public sealed class DemoOptions
{
    public const string Section = "Demo";
    public const string EnabledKey = "Demo:Enabled";
    public const string NowKey = "Demo:Now";

    /// <summary>The demo's <c>Kvell:NotFoundGrace</c>: nobody watches a screen for two minutes.</summary>
    public static readonly TimeSpan NotFoundGrace = TimeSpan.FromSeconds(10);

    /// <summary>Demo data and the emulator. On in Development, refused in Production.</summary>
    public bool Enabled { get; set; }

    /// <summary>What the demo's clock shows when the application starts; ISO with its offset.</summary>
    public DateTimeOffset? Now { get; set; }
}
