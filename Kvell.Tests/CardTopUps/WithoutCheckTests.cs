using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Emulator;
using Kvell.Infrastructure.Pledges;
using Kvell.Infrastructure.Receipts;
using Kvell.Tests.Hosting;
using Xunit;

namespace Kvell.Tests.CardTopUps;

/// <summary>«Продолжить без проверки» at the desk: KVELL can't be reached, and a payout that it refused is to be replaced.</summary>
public sealed class WithoutCheckTests : IAsyncLifetime
{
    private readonly KvellHost _host = new();

    private PayoutDesk _desk = null!;

    private PayoutDesk _office = null!;

    private Guid _draft;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _desk = await PayoutDesk.OpenAsync(_host);
        _office = await PayoutDesk.OpenAsync(_host, "fullrights");
        _draft = await _desk.PostedAsync("1500");
        Assert.Null(await _desk.PayAsync(await _desk.OfferAsync(_draft), "2200000000000079"));
        await _desk.SettledAsync(_draft);
        await _desk.Get<EmulatorControl>().SetOfflineAsync(true, Stop);
    }

    public ValueTask DisposeAsync()
    {
        _desk.Dispose();
        _office.Dispose();
        return _host.DisposeAsync();
    }

    [Fact]
    public async Task Cash_is_entered_once()
    {
        Assert.Equal(EnterCash.CannotAsk, (await CashAsync(1500))!.Sentence);
        Assert.Null(await ContinueAsync());
        Assert.Null(await CashAsync(1500));
        Assert.Null(await CashAsync(0));
        Assert.Equal(EnterCash.CannotAsk, (await CashAsync(1500))!.Sentence);
        var journal = (await ShownAsync()).Decision.Journal;
        Assert.Equal((DecisionEvent.ContinuedWithoutCheck, _office.Actor.Name, "KVELL не отвечает"), (journal[0].Event, journal[0].ByName, journal[0].Reason));
    }

    [Fact]
    public async Task A_receipt_in_cash_and_a_zeroing_need_a_permission_each()
    {
        await CashAsync(1500);
        Assert.Null(await ContinueAsync());
        Assert.Null(await CashAsync(1500));
        Assert.Empty((await PrintAsync()).OperationIds);
        Assert.Null(await ContinueAsync());
        Assert.Single((await PrintAsync()).OperationIds);

        var operation = Assert.Single(await _desk.TopUpsAsync(_draft)).OperationId;
        Assert.Null(await _desk.Get<ReturnReceipt>().ExecuteAsync(_desk.Actor, operation, Stop));
        Assert.NotNull(await _desk.Get<ZeroOperation>().ExecuteAsync(_desk.Actor, operation, "клиент ушёл", Stop));
        Assert.Null(await ContinueAsync());
        Assert.Null(await _desk.Get<ZeroOperation>().ExecuteAsync(_desk.Actor, operation, "клиент ушёл", Stop));
        Assert.Null(Assert.Single(await _desk.TopUpsAsync(_draft)).WaivedAt);
    }

    [Fact]
    public async Task A_press_begins_the_next_attempt()
    {
        await PressAsync();
        await _desk.UntilAsync(_draft, topUps => topUps.All(topUp => topUp.Message!.StartsWith("KVELL недоступен", StringComparison.Ordinal)));
        Assert.True((await ShownAsync()).Decision.MayContinue);
        Assert.Null(await ContinueAsync());
        Assert.False((await ShownAsync()).Decision.MayContinue);
        await PressAsync();
        await _desk.UntilAsync(_draft, topUps => topUps.All(topUp => topUp.Attempts.Count == 2 && topUp.LeaseOwner is null));
        Assert.Equal(TopUpState.Postponed, Assert.Single(await _desk.TopUpsAsync(_draft)).State);
    }

    [Fact]
    public async Task Nobody_continues_before_KVELL_was_asked_in_vain_or_without_a_reason()
    {
        Assert.Contains("KVELL отвечает", (await ContinueAsync())!.Sentence, StringComparison.Ordinal);
        await CashAsync(1500);
        Assert.Equal(ContinueWithoutCheck.ReasonField, (await ContinueAsync(" "))!.Field);
        Assert.Empty((await ShownAsync()).Decision.Journal);
    }

    private async Task<Guid> IdAsync() => Assert.Single(await _desk.TopUpsAsync(_draft)).Id;

    private async Task<TopUpDocument> ShownAsync() => (await _office.Get<ShowTopUp>().ExecuteAsync(_office.Actor, await IdAsync(), Stop))!;

    private async Task<Refusal?> ContinueAsync(string reason = "KVELL не отвечает") =>
        await _office.Get<ContinueWithoutCheck>().ExecuteAsync(_office.Actor, await IdAsync(), reason, Stop);

    private Task<PrintedReceipts> PrintAsync() => _desk.Get<PrintReceipts>().ExecuteAsync(_desk.Actor, _draft, null, Stop);

    private Task<Refusal?> CashAsync(int rubles) => _desk.Get<EnterCash>().ExecuteAsync(_desk.Actor, _draft, Money.FromRubles(rubles), Stop);

    private async Task PressAsync() => Assert.Null(await _desk.PayAsync(await _desk.OfferAsync(_draft), PayoutDesk.GoodCard));
}
