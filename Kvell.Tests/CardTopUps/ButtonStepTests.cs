using Kvell.Domain.Branches;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Pledges;
using Kvell.Infrastructure.Settings;
using Kvell.Tests.Hosting;
using Xunit;

namespace Kvell.Tests.CardTopUps;

/// <summary>The button «Пополнение карты клиента», a test a step, with the emulator as witness of what was sent.</summary>
public sealed class ButtonStepTests(KvellHost host) : IClassFixture<KvellHost>
{
    [Fact]
    public async Task Step_0_what_is_missing_is_said_and_nothing_is_called()
    {
        using var desk = await PayoutDesk.OpenAsync(host, "receiver2");
        var draft = await desk.DraftAsync(null, "1500");
        var before = (await desk.Emulator.CallsAsync()).Count;
        var offer = await desk.OfferAsync(draft);
        Assert.Equal("Не заполнено: идентификатор терминала KVELL, секретный ключ терминала KVELL, приватный ключ. Выдача займа возможна только через наличный расчёт.", offer.Answer);
        Assert.Equal(before, (await desk.Emulator.CallsAsync()).Count);
    }

    [Fact]
    public async Task Step_0_a_setting_taken_away_while_the_dialog_is_open_sends_nothing()
    {
        await using var own = new KvellHost();
        using var desk = await PayoutDesk.OpenAsync(own);
        var draft = await desk.PostedAsync("1500");
        var offer = await desk.OfferAsync(draft);
        Assert.Null(offer.Answer);
        await using (var db = await desk.DatabaseAsync())
        {
            var now = await KvellReadinessCheck.LatestTerminalAsync(db, desk.Actor.BranchId!.Value, TestContext.Current.CancellationToken);
            db.Add(KvellTerminal.Create(now!.BranchId, now.Version + 1, now.ApiKey, null, now.SealedPrivateKey, null, true, desk.Actor.UserId, now.CreatedAt.AddMinutes(1)));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var refusal = await desk.PayAsync(offer);
        Assert.Contains("секретный ключ", refusal!.Sentence, StringComparison.Ordinal);
        Assert.Equal(0, await desk.Emulator.PayoutsAsync());
        Assert.Empty(await desk.TopUpsAsync(draft));
    }

    [Fact]
    public async Task Step_1_cash_wins_over_everything_after_it()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var before = await desk.Emulator.PayoutsAsync();
        var notPosted = await desk.DraftAsync(form => form.Issue.Cash = "500", "1500");
        Assert.Equal(PressRules.CashEntered, (await desk.OfferAsync(notPosted)).Answer);

        var posted = await desk.PostedAsync("1500");
        var offer = await desk.OfferAsync(posted);
        Assert.Null(await desk.Get<EnterCash>().ExecuteAsync(desk.Actor, posted, Money.FromRubles(500), TestContext.Current.CancellationToken));
        Assert.Equal(PressRules.CashEntered, (await desk.PayAsync(offer))!.Sentence);
        Assert.Equal(before, await desk.Emulator.PayoutsAsync());
    }

    [Fact]
    public async Task Step_2_tickets_without_a_posted_operation_are_named()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var before = await desk.Emulator.PayoutsAsync();
        var draft = await desk.DraftAsync(null, "1500", "2500");
        Assert.Equal("Нет проведённой операции по залогу: Билет №01, Билет №02. Нажмите «Провести», потом повторите.", (await desk.OfferAsync(draft)).Answer);
        Assert.Equal(before, await desk.Emulator.PayoutsAsync());
    }

    [Fact]
    public async Task Step_3_paid_loans_are_left_alone()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var draft = await desk.PostedAsync("1500", "2500");
        Assert.Null(await desk.PayAsync(await desk.OfferAsync(draft)));
        await desk.SettledAsync(draft);
        var before = await desk.Emulator.PayoutsAsync();
        Assert.Equal("Все займы уже выплачены на карту", (await desk.OfferAsync(draft)).Answer);
        Assert.Equal(before, await desk.Emulator.PayoutsAsync());
        Assert.Equal(2, (await desk.OrdersOfAsync(draft)).Count);
    }

    [Fact]
    public async Task Step_3_a_press_on_an_undecided_payout_only_asks_about_it()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var draft = await desk.PostedAsync("1500");
        Assert.Null(await desk.PayAsync(await desk.OfferAsync(draft), "2200000000000038"));
        await StateAsync(desk, draft, TopUpState.AwaitingCode);
        var before = await desk.Emulator.CallsAsync();
        Assert.Equal("Новых выплат нет, ждём: Билет №01 – ожидает код. Состояние обновится само.", (await desk.OfferAsync(draft)).Answer);
        var call = Assert.Single((await desk.Emulator.CallsAsync()).Skip(before.Count));
        Assert.Equal("GET", call.Method);
    }

    [Fact]
    public async Task Step_4_a_card_nobody_checked_is_not_paid_to()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var draft = await desk.PostedAsync("1500");
        var before = await desk.Emulator.PayoutsAsync();
        var refusal = await desk.PayAsync(await desk.OfferAsync(draft), isVerified: false);
        Assert.Equal("verified", refusal!.Field);
        Assert.Equal(before, await desk.Emulator.PayoutsAsync());
        Assert.Empty(await desk.TopUpsAsync(draft));
    }

    [Fact]
    public async Task Step_4_who_checked_a_card_is_kept_with_each_attempt_whatever_card_came_later()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        using var colleague = await PayoutDesk.OpenAsync(host, "fullrights");
        var draft = await desk.PostedAsync("1500");
        Assert.Null(await desk.PayAsync(await desk.OfferAsync(draft), "2200000000000079"));
        await desk.UntilAsync(draft, topUps => topUps is [{ State: TopUpState.Declined }]);
        var topUp = (await desk.TopUpsAsync(draft))[0];
        Assert.Null(await colleague.PayAsync(await colleague.OfferAsync(draft)));
        await desk.UntilAsync(draft, topUps => topUps is [{ State: TopUpState.Completed }]);
        var attempts = (await desk.Get<ShowTopUp>().ExecuteAsync(desk.Actor, topUp.Id, TestContext.Current.CancellationToken))!.Attempts;
        Assert.Equal([colleague.Actor.Name, desk.Actor.Name], attempts.Select(attempt => attempt.Verified!.Split(", ")[1]));
    }

    [Fact]
    public async Task Who_administers_too_lends_in_the_own_branch_and_only_looks_elsewhere()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var draft = await desk.PostedAsync("1500");
        var offer = await desk.OfferAsync(draft);
        var stop = TestContext.Current.CancellationToken;
        var elsewhere = new Actor(Guid.NewGuid(), "Гостева Анна", [UserRole.Receiver, UserRole.Administrator], Guid.NewGuid());
        await Assert.ThrowsAsync<AccessDeniedException>(() => desk.Get<OfferPayout>().ExecuteAsync(elsewhere, new LoanScope(draft), stop));
        await Assert.ThrowsAsync<AccessDeniedException>(() => desk.Get<PayLoansToCard>().ExecuteAsync(elsewhere, new PayoutConfirmation(offer, CardNumber.Parse(PayoutDesk.GoodCard), true), stop));
        await Assert.ThrowsAsync<AccessDeniedException>(() => desk.Get<EnterCash>().ExecuteAsync(elsewhere, draft, Money.FromRubles(500), stop));
        Assert.NotNull(await desk.Get<ShowPledge>().ExecuteAsync(elsewhere, offer.Loans[0].OperationId, stop));
        var here = elsewhere with { BranchId = desk.Actor.BranchId };
        Assert.Null((await desk.Get<OfferPayout>().ExecuteAsync(here, new LoanScope(draft), stop)).Answer);
    }

    [Fact]
    public async Task Step_5_two_presses_at_once_make_one_document_and_one_order_a_ticket()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var draft = await desk.PostedAsync("1500", "2500", "3500");
        var offer = await desk.OfferAsync(draft);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => desk.PayAsync(offer))));
        await desk.SettledAsync(draft);
        Assert.Equal(3, (await desk.TopUpsAsync(draft)).Count);
        Assert.All(await desk.TopUpsAsync(draft), topUp => Assert.Single(topUp.Attempts));
        Assert.Equal([150_000, 250_000, 350_000], (await desk.OrdersOfAsync(draft)).Select(order => order.Amount).Order());
    }

    [Fact]
    public async Task The_dates_guard_pays_on_the_loans_day_only()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var before = await desk.Emulator.PayoutsAsync();
        var yesterday = BranchZone.DayOf(desk.Get<TimeProvider>().GetUtcNow().UtcDateTime.AddDays(-1), TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"));
        var draft = await desk.DraftAsync(form => form.Issue.Date = Russian.Date(yesterday), "1500");
        await desk.PostAsync(draft);
        Assert.Equal($"Займ датирован {Russian.Date(yesterday)}. Выплата на карту возможна только в день займа.", (await desk.OfferAsync(draft)).Answer);
        Assert.Equal(before, await desk.Emulator.PayoutsAsync());
    }

    [Fact]
    public async Task An_offer_that_grew_old_sends_nothing()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var draft = await desk.PostedAsync("1500");
        var old = await desk.OfferAsync(draft);
        Assert.Null(await desk.PayAsync(await desk.OfferAsync(draft), "2200000000000079"));
        await StateAsync(desk, draft, TopUpState.Declined);
        var before = await desk.Emulator.PayoutsAsync();
        Assert.Equal(PayLoansToCard.OfferChanged, (await desk.PayAsync(old))!.Sentence);
        Assert.Equal(before, await desk.Emulator.PayoutsAsync());
    }

    private static async Task StateAsync(PayoutDesk desk, Guid draft, TopUpState state)
    {
        await desk.UntilAsync(draft, topUps => topUps.Count > 0 && topUps.All(topUp => topUp.State == state));
        Assert.All(await desk.TopUpsAsync(draft), topUp => Assert.Equal(state, topUp.State));
    }
}
