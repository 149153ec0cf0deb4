using Kvell.Domain.Common;
using Kvell.Tests.Browser;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Hosting;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.Pledges;

/// <summary>A loan that wasn't given on its date, as a receiver meets it the next day.</summary>
public sealed class RedateBrowserTests(BrowserFixture browser, KvellHost host) : BrowserTest(browser), IClassFixture<KvellHost>
{
    private const string Redate = "Переоформить сегодняшней датой";

    [Fact]
    public async Task The_button_says_the_date_offers_todays_and_then_pays()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var (draft, yesterday, today) = await MisdatedAsync(desk);
        var page = await OpenAsync($"/pledges/group/{draft}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Печать: Билет №01" }).ClickAsync();
        await Expect(page.Ticket(1)).ToContainTextAsync("ГП000000");

        await page.PressTopUpAsync();
        await Expect(page.OpenDialog()).ToContainTextAsync($"Займ датирован {yesterday}");
        await Expect(page.OpenDialog().GetByRole(AriaRole.Button, new() { Name = Redate })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.OpenDialog()).ToHaveCountAsync(0);
        await Expect(page.GetByText($"Займ датирован {yesterday}. Выплата на карту возможна только в день займа.")).ToBeVisibleAsync();

        await page.PressTopUpAsync();
        await page.OpenDialog().GetByRole(AriaRole.Button, new() { Name = Redate }).ClickAsync();
        await Expect(page.GetByText("Займ переоформлен сегодняшней датой. Напечатайте билет и продолжайте.")).ToBeVisibleAsync();
        await Expect(page.Ticket(1)).ToContainTextAsync("не напечатан");
        await page.ValueAsync("Дата", today);
        await page.PayAsync(PayoutDesk.GoodCard);
        await page.ExpectPaidAsync(1, paid: true);
        Assert.Single(await desk.OrdersOfAsync(draft));
    }

    [Fact]
    public async Task The_operations_page_redates_too_and_says_who_did_it()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var (draft, yesterday, today) = await MisdatedAsync(desk);
        var operation = (await desk.OfferAsync(draft)).Misdated[0].OperationId;
        var page = await OpenAsync($"/pledges/{operation}");
        await page.GetByRole(AriaRole.Button, new() { Name = Redate }).ClickAsync();
        await page.OpenDialog().GetByRole(AriaRole.Button, new() { Name = Redate }).ClickAsync();
        var dates = page.GetByRole(AriaRole.Table, new() { Name = $"Дата займа {today}" });
        await Expect(dates).ToContainTextAsync(yesterday);
        await Expect(dates).ToContainTextAsync(desk.Actor.Name);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = Redate })).ToHaveCountAsync(0);
    }

    private static async Task<(Guid Draft, string Yesterday, string Today)> MisdatedAsync(PayoutDesk desk)
    {
        var today = BranchZone.DayOf(desk.Get<TimeProvider>().GetUtcNow().UtcDateTime, TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"));
        var yesterday = Russian.Date(today.AddDays(-1));
        var draft = await desk.DraftAsync(form => (form.Issue.Date, form.Tab) = (yesterday, Domain.Pledges.Forms.WizardTab.Documents), "1500");
        await desk.PostAsync(draft);
        return (draft, yesterday, Russian.Date(today));
    }

    private async Task<IPage> OpenAsync(string address)
    {
        var page = await NewPageAsync(host.Address, "receiver");
        await page.OpenAsync(address);
        return page;
    }
}
