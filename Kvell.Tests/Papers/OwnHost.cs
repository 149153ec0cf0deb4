using Kvell.Infrastructure.Branches;
using Kvell.Tests.Hosting;
using Kvell.Tests.Settings;
using Xunit;

namespace Kvell.Tests.Papers;

/// <summary>A host whose branch may be changed.</summary>
internal sealed class OwnHost : IAsyncDisposable
{
    public KvellHost Host { get; } = new();

    public async Task ShiftAsync(string right, string down)
    {
        var settings = await SettingsDesk.OpenAsync(Host);
        var stop = TestContext.Current.CancellationToken;
        var stored = (await settings.Get<ShowBranch>().ExecuteAsync(settings.Actor, settings.First, stop))!.Stored;
        (stored.Form.ShiftRight, stored.Form.ShiftDown) = (right, down);
        Assert.True((await settings.Get<SaveBranch>().ExecuteAsync(settings.Actor, settings.First, stored.Form, stored.Version, stop)).IsSaved);
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
