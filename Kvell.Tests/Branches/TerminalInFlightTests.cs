using Kvell.Domain.CardTopUps;
using Kvell.Domain.Settings;
using Kvell.Infrastructure.Branches.Keys;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Gateway;
using Kvell.Tests.Hosting;
using Kvell.Tests.Settings;
using Xunit;

namespace Kvell.Tests.Branches;

/// <summary>Rule 11 through the real thing: from the button to the emulator, which checks each signature.</summary>
public sealed class TerminalInFlightTests(KvellHost host) : IClassFixture<KvellHost>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_undecided_ends_with_its_own_version_and_the_next_goes_by_the_new_one()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var settings = await SettingsDesk.OpenAsync(host);
        var draft = await desk.PostedAsync("1500");
        Assert.Null(await desk.PayAsync(await desk.OfferAsync(draft), "2200000000000038"));
        await desk.UntilAsync(draft, topUps => topUps is [{ State: TopUpState.AwaitingCode }]);
        var begun = (await desk.TopUpsAsync(draft))[0];
        Assert.Equal(1, (await settings.TerminalAsync()).Versions[0].Unfinished);

        var (made, published) = await settings.Get<GenerateKeys>().ExecuteAsync(settings.Actor, Token);
        Assert.True((await settings.SaveTerminalAsync(form => form.ApiKey = Guid.NewGuid().ToString(), new TerminalSecrets("another-secret-key", made, published))).IsSaved);
        var versions = (await settings.TerminalAsync()).Versions;
        Assert.Equal([0, 1], versions.Select(version => version.Unfinished));

        Assert.Null(await desk.Get<ConfirmTopUp>().ExecuteAsync(desk.Actor, begun.Id, "123456", Token));
        await desk.SettledAsync(draft);
        var ended = (await desk.TopUpsAsync(draft))[0];
        Assert.Equal((TopUpState.Completed, begun.Attempts[0].TerminalId), (ended.State, ended.Attempts[0].TerminalId));

        var next = await desk.PostedAsync("2500");
        Assert.Null(await desk.PayAsync(await desk.OfferAsync(next)));
        await desk.SettledAsync(next);
        var after = (await desk.TopUpsAsync(next))[0];
        Assert.Equal(TopUpState.Completed, after.State);
        Assert.NotEqual(begun.Attempts[0].TerminalId, after.Attempts[0].TerminalId);
        Assert.Equal(versions[0].ApiKey, after.Attempts[0].ApiKey);
    }

    [Theory]
    [InlineData(SigningKind.BuiltIn)]
    [InlineData(SigningKind.OpenSsl)]
    public async Task A_whole_payout_runs_by_either_signature(SigningKind kind)
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        await (await SettingsDesk.OpenAsync(host)).SignByAsync(kind, OpenSslStandIn.RealPath);
        var draft = await desk.PostedAsync("1500", "2500", "3500");
        Assert.Null(await desk.PayAsync(await desk.OfferAsync(draft)));
        await desk.SettledAsync(draft);
        Assert.All(await desk.TopUpsAsync(draft), topUp => Assert.Equal(TopUpState.Completed, topUp.State));
        Assert.Equal([150_000, 250_000, 350_000], (await desk.OrdersOfAsync(draft)).Select(order => order.Amount).Order());
    }
}
