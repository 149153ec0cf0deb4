using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Emulator;
using Kvell.Infrastructure.Pledges;
using Kvell.Tests.Hosting;
using Xunit;

namespace Kvell.Tests.CardTopUps;

/// <summary>Rule 14 at the desk: cash replaces a refused payout only after KVELL was asked about its number once more.</summary>
public sealed class CashAfterRefusalTests(KvellHost host) : IClassFixture<KvellHost>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cash_asks_KVELL_about_the_refused_number_and_is_entered()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var draft = await RefusedAsync(desk);
        var checks = await ChecksAsync(desk, draft);

        Assert.Null(await desk.Get<EnterCash>().ExecuteAsync(desk.Actor, draft, Money.FromRubles(1500), Stop));
        Assert.Equal(checks + 1, await ChecksAsync(desk, draft));

        // Taking cash back gives nothing to anybody: there is nothing to ask.
        Assert.Null(await desk.Get<EnterCash>().ExecuteAsync(desk.Actor, draft, Money.Zero, Stop));
        Assert.Equal(checks + 1, await ChecksAsync(desk, draft));
        Assert.Equal(TopUpState.Declined, Assert.Single(await desk.TopUpsAsync(draft)).State);
    }

    [Fact]
    public async Task Without_an_answer_no_cash_is_entered()
    {
        await using var own = new KvellHost();
        using var desk = await PayoutDesk.OpenAsync(own);
        var draft = await RefusedAsync(desk);
        await desk.Get<EmulatorControl>().SetOfflineAsync(true, Stop);

        var refusal = await desk.Get<EnterCash>().ExecuteAsync(desk.Actor, draft, Money.FromRubles(1500), Stop);
        Assert.Equal(EnterCash.CannotAsk, refusal!.Sentence);
        Assert.Equal(Money.Zero, (await desk.Get<ShowDocuments>().ExecuteAsync(desk.Actor, new LoanScope(draft), Stop)).Cash);
    }

    private static async Task<Guid> RefusedAsync(PayoutDesk desk)
    {
        var draft = await desk.PostedAsync("1500");
        Assert.Null(await desk.PayAsync(await desk.OfferAsync(draft), "2200000000000079"));
        await desk.SettledAsync(draft);
        Assert.Equal(TopUpState.Declined, Assert.Single(await desk.TopUpsAsync(draft)).State);
        return draft;
    }

    private static async Task<int> ChecksAsync(PayoutDesk desk, Guid draft)
    {
        var number = Assert.Single(Assert.Single(await desk.TopUpsAsync(draft)).Attempts).Transaction;
        return (await desk.Emulator.CallsAsync()).Count(call => call.Method == "GET" && call.Transaction == number);
    }
}
