using Kvell.Tests.Hosting;

namespace Kvell.Tests.CardTopUps;

/// <summary>An application whose bank's seconds run ten times faster, and whose grace is as short as an honest emulator allows.</summary>
public sealed class QuickHost : IAsyncDisposable
{
    public const double Speed = 10;

    public KvellHost Host { get; } = new(new KvellHostOptions
    {
        Settings = new Dictionary<string, string> { ["Emulator:Speed"] = $"{Speed:0}", ["Kvell:NotFoundGrace"] = "00:00:01" },
    });

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
