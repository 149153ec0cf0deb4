using Kvell.Domain.CardTopUps;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Tests.Hosting;
using Xunit;

namespace Kvell.Tests.CardTopUps;

/// <summary>The client's code on a running application.</summary>
public sealed class CodeTests
{
    [Fact]
    public async Task A_code_that_meets_a_check_waits_for_it_or_is_said_to_be_unsent()
    {
        await using var host = new KvellHost(new KvellHostOptions { Settings = new Dictionary<string, string> { ["Kvell:RequestTimeout"] = "00:00:01" } });
        using var desk = await PayoutDesk.OpenAsync(host);
        var draft = await desk.PostedAsync("1500");
        await desk.PayAsync(await desk.OfferAsync(draft), "2200000000000038");
        await desk.UntilAsync(draft, topUps => topUps is [{ State: TopUpState.AwaitingCode, LeaseUntil: null }]);
        var topUp = (await desk.TopUpsAsync(draft))[0];
        Assert.True(await desk.Get<TopUpClaims>().TryClaimAsync(topUp.Id, "a check", onlyIfDue: false));

        Assert.Equal(ConfirmTopUp.NotSentYet, await EnterAsync());
        Assert.DoesNotContain(await desk.Emulator.CallsAsync(), call => call.Path.EndsWith("/confirm", StringComparison.Ordinal));

        var entering = EnterAsync();
        await desk.Get<TopUpClaims>().ReleaseAsync(topUp.Id, "a check");
        Assert.Null(await entering);
        Assert.Equal(TopUpState.Completed, (await desk.TopUpsAsync(draft))[0].State);

        async Task<string?> EnterAsync() =>
            (await desk.Get<ConfirmTopUp>().ExecuteAsync(desk.Actor, topUp.Id, "123456", TestContext.Current.CancellationToken))?.Sentence;
    }
}
