using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges.Issue;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Pledges;
using Kvell.Infrastructure.Settings;
using Kvell.Tests.Hosting;
using Kvell.Tests.Settings;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kvell.Tests.CardTopUps;

/// <summary>The button on «Операция по залогу»: offered, guarded and paid is that one operation, whatever becomes of its group.</summary>
public sealed class OperationPressTests(KvellHost host) : IClassFixture<KvellHost>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_paid_beside_cash_on_another_ticket_of_its_group()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var (draft, first, second) = await PairAsync(desk);
        await EnterCashAsync(desk, draft, first, 1500);
        Assert.Equal(PressRules.CashEntered, (await desk.OfferAsync(draft)).Answer);
        Assert.Equal(PressRules.CashEntered, (await desk.OfferAsync(draft, first)).Answer);

        var offer = await desk.OfferAsync(draft, second);
        Assert.Equal((second, Money.FromRubles(2500)), (Assert.Single(offer.Loans).OperationId, offer.Sum));
        Assert.Null(await desk.PayAsync(offer));
        await desk.SettledAsync(draft);
        Assert.Equal((second, TopUpState.Completed), (Assert.Single(await desk.TopUpsAsync(draft)).OperationId, (await desk.TopUpsAsync(draft))[0].State));
        Assert.Equal(250_000, Assert.Single(await desk.OrdersOfAsync(draft)).Amount);
        Assert.Equal("Все займы уже выплачены на карту", (await desk.OfferAsync(draft, second)).Answer);

        // Nothing of the group waits for a card any more.
        await using var db = await desk.DatabaseAsync();
        Assert.Null((await db.Set<ChosenCard>().SingleAsync(card => card.DraftId == draft, Stop)).SealedNumber);
    }

    [Fact]
    public async Task Cash_on_it_that_came_after_the_offer_sends_nothing()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var (draft, first, _) = await PairAsync(desk);
        var offer = await desk.OfferAsync(draft, first);
        Assert.Null(offer.Answer);
        await EnterCashAsync(desk, draft, first, 500);
        Assert.Equal(PressRules.CashEntered, (await desk.PayAsync(offer))!.Sentence);
        Assert.Empty(await desk.TopUpsAsync(draft));
    }

    [Fact]
    public async Task An_offer_is_confirmed_for_what_it_was_made_for_and_for_nothing_else()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var (draft, first, second) = await PairAsync(desk);
        var (stranger, _, other) = await PairAsync(desk);
        var (group, single) = (await desk.OfferAsync(draft), await desk.OfferAsync(draft, first));
        Assert.Equal((2, 1), (group.Loans.Count, single.Loans.Count));
        PayoutOffer[] forged =
        [
            group with { Scope = single.Scope },
            single with { Scope = group.Scope },
            single with { Scope = new LoanScope(draft, second) },
            single with { Scope = new LoanScope(stranger) },
        ];
        foreach (var offer in forged)
            Assert.Equal(PayLoansToCard.OfferChanged, (await desk.PayAsync(offer))!.Sentence);
        foreach (var scope in new[] { new LoanScope(draft, other), new LoanScope(draft, Guid.NewGuid()), new LoanScope(Guid.NewGuid(), first) })
            await Assert.ThrowsAsync<AccessDeniedException>(() => desk.PayAsync(single with { Scope = scope }));
        await Assert.ThrowsAsync<AccessDeniedException>(() => desk.OfferAsync(draft, other));
        Assert.Empty(await desk.TopUpsAsync(draft));
        Assert.Empty(await desk.TopUpsAsync(stranger));
    }

    [Fact]
    public async Task Presses_on_the_group_and_on_the_operation_at_once_make_one_order_a_ticket()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var (draft, first, second) = await PairAsync(desk);
        PayoutOffer[] offers = [await desk.OfferAsync(draft), await desk.OfferAsync(draft, first), await desk.OfferAsync(draft, second)];
        await Task.WhenAll(offers.Concat(offers).Select(offer => Task.Run(() => desk.PayAsync(offer), Stop)));
        await desk.UntilAsync(draft, topUps => topUps.Count == 2 && topUps.All(topUp => topUp.State == TopUpState.Completed));
        Assert.All(await desk.TopUpsAsync(draft), topUp => Assert.Single(topUp.Attempts));
        Assert.Equal([150_000, 250_000], (await desk.OrdersOfAsync(draft)).Select(order => order.Amount).Order());
    }

    [Fact]
    public async Task Only_its_own_payout_is_waited_for_and_asked_about()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var (draft, first, second) = await PairAsync(desk);
        Assert.Null(await desk.PayAsync(await desk.OfferAsync(draft, second), "2200000000000038"));
        await desk.UntilAsync(draft, topUps => topUps is [{ State: TopUpState.AwaitingCode }]);
        Assert.Equal("Новых выплат нет, ждём: Билет №02 – ожидает код. Состояние обновится само.", (await desk.OfferAsync(draft, second)).Answer);
        Assert.Equal(first, Assert.Single((await desk.OfferAsync(draft, first)).Loans).OperationId);
        await using var db = await desk.DatabaseAsync();
        var seen = await desk.Get<PressRules>().CheckAsync(db, desk.Actor, new LoanScope(draft, first), Stop);
        Assert.DoesNotContain(seen.Loans, loan => loan.IsRevisited);
        Assert.Contains((await desk.Get<PressRules>().CheckAsync(db, desk.Actor, new LoanScope(draft), Stop)).Loans, loan => loan.IsRevisited);
    }

    [Fact]
    public async Task Only_its_own_date_is_asked_for_and_put_right()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var yesterday = BranchZone.DayOf(desk.Get<TimeProvider>().GetUtcNow().UtcDateTime.AddDays(-1), TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"));
        var draft = await desk.DraftAsync(form => form.Issue.Date = Russian.Date(yesterday), "1500", "2500");
        await desk.PostAsync(draft);
        var both = (await desk.OfferAsync(draft)).Misdated;
        Assert.Equal(2, both.Count);
        var (first, second) = (both[0].OperationId, both[1].OperationId);
        Assert.Equal(first, Assert.Single((await desk.OfferAsync(draft, first)).Misdated).OperationId);

        Assert.Null(await desk.Get<RedateLoans>().ExecuteAsync(desk.Actor, draft, [first], Stop));
        Assert.Empty((await desk.OfferAsync(draft, first)).Misdated);
        Assert.Equal(second, Assert.Single((await desk.OfferAsync(draft, second)).Misdated).OperationId);
        Assert.Null(await desk.PayAsync(await desk.OfferAsync(draft, first)));
        await desk.SettledAsync(draft);
        Assert.Equal(150_000, Assert.Single(await desk.OrdersOfAsync(draft)).Amount);
    }

    [Fact]
    public async Task A_terminal_that_lost_its_key_refuses_it_too()
    {
        await using var own = new KvellHost();
        using var desk = await PayoutDesk.OpenAsync(own);
        var (draft, first, _) = await PairAsync(desk);
        var offer = await desk.OfferAsync(draft, first);
        Assert.True((await (await SettingsDesk.OpenAsync(own)).SaveTerminalAsync(form => form.ApiKey = "")).IsSaved);
        Assert.Contains("идентификатор терминала KVELL", (await desk.PayAsync(offer))!.Sentence, StringComparison.Ordinal);
        Assert.Contains("идентификатор терминала KVELL", (await desk.OfferAsync(draft, first)).Answer, StringComparison.Ordinal);
        Assert.Empty(await desk.TopUpsAsync(draft));
    }

    [Fact]
    public async Task Another_tickets_item_on_the_stop_list_and_its_missing_paper_dont_forbid_it()
    {
        await using var own = new KvellHost();
        using var desk = await PayoutDesk.OpenAsync(own);
        var draft = await desk.DraftAsync(form => form.Items[0].Kind = "Шкатулка", "1500", "2500");
        await desk.PostAsync(draft);
        var loans = (await desk.OfferAsync(draft)).Loans;
        await desk.Get<PrintTickets>().ExecuteAsync(desk.Actor, draft, 2, Stop);
        var settings = await SettingsDesk.OpenAsync(own);
        await settings.ChangePolicyAsync(form => form.Blocks = IssueBlocks.StopList | IssueBlocks.Unprinted);
        var full = await SettingsDesk.OpenAsync(own, "fullrights");
        Assert.True((await full.Get<SaveStopListEntry>().ExecuteAsync(full.Actor, null, new StopListForm { Name = "Шкатулки", Words = "шкатулк", From = "01.01.2022" }, Stop)).IsSaved);
        Assert.Equal("Выдавать нельзя: Предмет 1 в стоп-листе: Шкатулки.", (await desk.OfferAsync(draft, loans[0].OperationId)).Answer);
        Assert.Null((await desk.OfferAsync(draft, loans[1].OperationId)).Answer);
    }

    private static async Task<(Guid Draft, Guid First, Guid Second)> PairAsync(PayoutDesk desk)
    {
        var draft = await desk.PostedAsync("1500", "2500");
        var loans = (await desk.OfferAsync(draft)).Loans;
        return (draft, loans[0].OperationId, loans[1].OperationId);
    }

    private static async Task EnterCashAsync(PayoutDesk desk, Guid draft, Guid operation, decimal rubles) =>
        Assert.Null(await desk.Get<EnterCash>().ExecuteAsync(desk.Actor, draft, operation, Money.FromRubles(rubles), Stop));
}
