using System.Text.RegularExpressions;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges.Issue;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Pledges;
using Kvell.Infrastructure.Receipts;
using Kvell.Infrastructure.Settings;
using Kvell.Tests.Browser;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Hosting;
using Kvell.Tests.Settings;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.Pledges;

/// <summary>«Операция по залогу»: the parts of «Оформление документов», for one ticket of a group.</summary>
public sealed class OperationPageBrowserTests(BrowserFixture browser, KvellHost host) : BrowserTest(browser), IClassFixture<KvellHost>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_ticket_is_given_in_cash_and_the_other_on_its_own_page_to_the_card()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var (draft, first, second) = await PairAsync(desk);
        var page = await OpenAsync(first);
        await page.GetByLabel("Наличные").FillAsync("1500");
        await page.GetByLabel("Наличные").PressAsync("Tab");
        await Expect(page.GetByText("Наличные: 1 500 руб., Безналичные: 0 руб., Всего: 1 500 руб.")).ToBeVisibleAsync();
        await page.PressTopUpAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Введена оплата наличными");

        await page.OpenAsync($"/pledges/{second}");
        await page.PressTopUpAsync();
        await Expect(page.OpenDialog()).ToContainTextAsync("Выплатить 2 500,00 ₽ (1 билет)");
        await Expect(page.OpenDialog().GetByRole(AriaRole.Row)).ToHaveCountAsync(1);
        await Expect(page.OpenDialog().GetByRole(AriaRole.Row)).ToContainTextAsync("Билет №02");
        await page.ShootAsync("operation-dialog");
        await page.TypeCardAsync(PayoutDesk.GoodCard);
        await page.GetByRole(AriaRole.Button, new() { Name = "Выплатить", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Деньги на карте клиента. Пробейте чек.")).ToBeVisibleAsync();
        Assert.Equal(250_000, Assert.Single(await desk.OrdersOfAsync(draft)).Amount);
    }

    [Fact]
    public async Task It_prints_and_spoils_its_own_ticket_and_says_when_it_may_be_given_out()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        await (await SettingsDesk.OpenAsync(host)).ChangePolicyAsync(form => form.Blocks = IssueBlocks.None);
        var (draft, first, second) = await PairAsync(desk);
        var page = await OpenAsync(second);
        var (strip, blank) = (Strip(page), page.GetByLabel("№ бланка"));
        var next = await blank.InputValueAsync();
        await Expect(strip).ToContainTextAsync("Перед выдачей проверьте:");
        await Expect(strip).Not.ToContainTextAsync("№01");
        await strip.GetByRole(AriaRole.Link, new() { Name = "Билет №02 не напечатан" }).ClickAsync();
        await Expect(blank).ToBeFocusedAsync();
        await page.ShootAsync("operation-unprinted");

        await PrintAsync(page);
        await Expect(page.Ticket(2)).ToContainTextAsync(next);
        Assert.Null((await desk.Get<ShowDocuments>().ExecuteAsync(desk.Actor, new LoanScope(draft), Stop)).Tickets[0].BlankNumber);
        await Expect(strip).Not.ToContainTextAsync("не напечатан");
        await page.GetByRole(AriaRole.Button, new() { Name = "Испорчен", Exact = true }).ClickAsync();
        await Expect(page.OpenDialog().GetByLabel("Бланк").Locator("option")).ToHaveTextAsync([new Regex("чистый"), new Regex($"{next}, Билет №02")]);
        await page.OpenDialog().GetByLabel("Бланк").SelectOptionAsync(next);
        await page.OpenDialog().GetByLabel("Причина").FillAsync("замят");
        await page.GetByRole(AriaRole.Button, new() { Name = "Отметить испорченным" }).ClickAsync();
        await Expect(strip).ToContainTextAsync("Билет №02 не напечатан");
        await PrintAsync(page);

        // What happens elsewhere in the branch shows: the drawer, and the blanks that are left.
        await Expect(page.GetByText("Остаток по кассе:")).ToBeVisibleAsync();
        var drawer = await page.Locator("dl.pair dd").InnerTextAsync();
        var left = int.Parse(await page.Locator(".grp .cap b").InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
        Assert.Null(await desk.Get<EnterCash>().ExecuteAsync(desk.Actor, draft, first, Money.FromRubles(1500), Stop));
        await desk.Get<PrintReceipts>().ExecuteAsync(desk.Actor, draft, first, Stop);
        await Expect(page.Locator("dl.pair dd")).Not.ToHaveTextAsync(drawer);
        await desk.Get<PrintTickets>().ExecuteAsync(desk.Actor, (await PairAsync(desk)).Draft, null, Stop);
        await Expect(page.Locator(".grp .cap b")).ToHaveTextAsync($"{left - 2}");

        await page.PayAsync(PayoutDesk.GoodCard);
        await Expect(page.GetByText("Деньги на карте клиента. Пробейте чек.")).ToBeVisibleAsync();
        await Expect(strip).ToHaveCountAsync(0);
        await page.ShootAsync("operation-paid");
    }

    [Fact]
    public async Task On_plain_paper_a_printed_ticket_may_be_spoiled_and_before_that_there_is_nothing_to_spoil()
    {
        await using var own = new KvellHost();
        using var desk = await PayoutDesk.OpenAsync(own);
        await (await SettingsDesk.OpenAsync(own)).ChangePolicyAsync(form => form.PrintsOnPlainPaper = true);
        var (_, first, _) = await PairAsync(desk);
        var page = await NewPageAsync(own.Address, "receiver");
        await page.OpenAsync($"/pledges/{first}");
        var spoil = page.GetByRole(AriaRole.Button, new() { Name = "Испорчен", Exact = true });
        await Expect(page.GetByText("Печать на простой бумаге")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Печать", Exact = true })).ToBeEnabledAsync();
        await Expect(spoil).ToBeDisabledAsync();
        await PrintAsync(page);
        await Expect(spoil).ToBeEnabledAsync();
        await page.CloseAsync();
    }

    [Fact]
    public async Task Each_sentence_of_the_strip_leads_to_where_it_is_put_right()
    {
        await using var own = new KvellHost();
        using var desk = await PayoutDesk.OpenAsync(own);
        var settings = await SettingsDesk.OpenAsync(own);
        await settings.ChangePolicyAsync(form => form.Blocks = IssueBlocks.StopList);
        var now = desk.Get<TimeProvider>().GetUtcNow().UtcDateTime;
        var yesterday = BranchZone.DayOf(now.AddDays(-1), TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"));
        var draft = await desk.DraftAsync(
            form =>
            {
                form.Questionnaire.Passport.CheckedAt = now.AddDays(-40);
                form.Issue.Date = Russian.Date(yesterday);
                form.Items[1].Kind = "Шкатулка";
            },
            "1500",
            "2500");
        await desk.PostAsync(draft);
        var second = (await desk.OfferAsync(draft)).Misdated[1].OperationId;
        var full = await SettingsDesk.OpenAsync(own, "fullrights");
        Assert.True((await full.Get<SaveStopListEntry>().ExecuteAsync(full.Actor, null, new StopListForm { Name = "Шкатулки", Words = "шкатулк", From = "01.01.2022" }, Stop)).IsSaved);

        var page = await NewPageAsync(own.Address, "receiver");
        await page.OpenAsync($"/pledges/{second}");
        await Expect(Strip(page)).ToContainTextAsync("Выдавать нельзя:");
        await page.ShootAsync("operation-blocked");
        await Link(page, "Предмет 2 в стоп-листе: Шкатулки").PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Обнулить операцию" })).ToBeFocusedAsync();
        await Link(page, "Займ датирован").PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Переоформить сегодняшней датой" })).ToBeFocusedAsync();
        await Link(page, "Обновите проверку паспорта").PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Tab, new() { Name = "Анкета залогодателя" })).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(page.Locator("#check-passport")).ToBeFocusedAsync();
        await page.CloseAsync();
    }

    [Fact]
    public async Task Without_the_terminal_it_says_cash_only_and_the_card_isnt_next()
    {
        await using var own = new KvellHost();
        using var desk = await PayoutDesk.OpenAsync(own);
        var settings = await SettingsDesk.OpenAsync(own);
        var (draft, first, _) = await PairAsync(desk);
        var page = await NewPageAsync(own.Address, "receiver");
        await page.OpenAsync($"/pledges/{first}");
        var button = page.GetByRole(AriaRole.Button, new() { Name = "Пополнение карты клиента", Exact = true });
        await Expect(button).ToHaveClassAsync(new Regex(@"\bp\b"));
        Assert.True((await settings.SaveTerminalAsync(form => form.ApiKey = "")).IsSaved);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Выдать займ можно только наличными. Не заполнено: идентификатор терминала KVELL.");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Филиалы – Ломбард №1 – KVELL");
        await Expect(button).Not.ToHaveClassAsync(new Regex(@"\bp\b"));
        await Expect(page.GetByText("Безналичные закрыты: терминал KVELL не настроен.")).ToBeVisibleAsync();
        await Expect(page.Ticket(1)).ToContainTextAsync("Операция проведена. Выдайте займ наличными.");
        await page.ShootAsync("operation-not-ready");

        await page.GetByLabel("Наличные").FillAsync("1000");
        await page.GetByLabel("Наличные").PressAsync("Tab");
        await Expect(page.GetByText("выдайте наличными всю сумму")).ToBeVisibleAsync();
        await page.GetByLabel("Наличные").FillAsync("1500");
        await page.GetByLabel("Наличные").PressAsync("Tab");
        await Expect(page.GetByText("Наличные: 1 500 руб., Безналичные: 0 руб.")).ToBeVisibleAsync();
        await desk.Get<PrintReceipts>().ExecuteAsync(desk.Actor, draft, first, Stop);
        await Expect(page.GetByText("Выдать займ можно только наличными.")).ToHaveCountAsync(0);
        await page.CloseAsync();
    }

    private static ILocator Strip(IPage page) => page.GetByRole(AriaRole.Status, new() { Name = "Проверки перед выдачей" });

    private static ILocator Link(IPage page, string sentence) => Strip(page).GetByRole(AriaRole.Link, new() { NameRegex = new(sentence) });

    private static async Task PrintAsync(IPage page) =>
        await (await page.RunAndWaitForPopupAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Печать", Exact = true }).ClickAsync())).CloseAsync();

    private static async Task<(Guid Draft, Guid First, Guid Second)> PairAsync(PayoutDesk desk)
    {
        var draft = await desk.PostedAsync("1500", "2500");
        var loans = (await desk.OfferAsync(draft)).Loans;
        return (draft, loans[0].OperationId, loans[1].OperationId);
    }

    private async Task<IPage> OpenAsync(Guid operation)
    {
        var page = await NewPageAsync(host.Address, "receiver");
        await page.OpenAsync($"/pledges/{operation}");
        return page;
    }
}
