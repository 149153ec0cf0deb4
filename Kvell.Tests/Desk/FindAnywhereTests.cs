using Kvell.Infrastructure.Desk;
using Kvell.Infrastructure.Pledges;
using Kvell.Tests.Browser;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Hosting;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.Desk;

/// <summary>The one search box: whatever a person has in his hand opens what it is of.</summary>
public sealed class FindAnywhereTests(BrowserFixture browser, KvellHost host) : BrowserTest(browser), IClassFixture<KvellHost>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_ticket_a_document_a_transaction_and_a_client_are_found()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var draft = await desk.PostedAsync("1500");
        var blank = Assert.Single((await desk.Get<PrintTickets>().ExecuteAsync(desk.Actor, draft, null, Stop)).Tickets).BlankNumber;
        Assert.Null(await desk.PayAsync(await desk.OfferAsync(draft)));
        await desk.SettledAsync(draft);
        var topUp = Assert.Single(await desk.TopUpsAsync(draft));
        var (number, transaction) = (topUp.OperationNumber, Assert.Single(topUp.Attempts).Transaction);

        Assert.Equal([(FoundKind.Pledge, topUp.OperationId)], await FindAsync(desk, $" {blank.ToLowerInvariant()} "));
        Assert.Equal([(FoundKind.TopUp, topUp.Id)], await FindAsync(desk, transaction.ToUpperInvariant()));
        Assert.Contains((FoundKind.Pledge, topUp.OperationId), await FindAsync(desk, number.ToLowerInvariant()));
        Assert.Contains((FoundKind.Pledge, topUp.OperationId), await FindAsync(desk, number.Split('-')[1].TrimStart('0')));
        Assert.Contains((FoundKind.TopUp, topUp.Id), await FindAsync(desk, topUp.Number));
        Assert.Contains(await FindAsync(desk, "морозов"), found => found.Kind == FoundKind.Pledgor);
        Assert.Empty(await FindAsync(desk, "ГП99999999"));
        Assert.Empty(await FindAsync(desk, ""));
    }

    [Fact]
    public async Task Another_branchs_documents_are_not_found_and_an_administrator_finds_no_clients()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var draft = await desk.PostedAsync("700");
        var blank = Assert.Single((await desk.Get<PrintTickets>().ExecuteAsync(desk.Actor, draft, null, Stop)).Tickets).BlankNumber;
        using var stranger = await PayoutDesk.OpenAsync(host, "receiver2");
        Assert.Empty(await FindAsync(stranger, blank));
        using var admin = await PayoutDesk.OpenAsync(host, "admin");
        Assert.Single(await FindAsync(admin, blank));
        Assert.Empty(await FindAsync(admin, "морозов"));
    }

    [Fact]
    public async Task Enter_opens_the_one_that_is_found_and_a_card_number_is_looked_for_nowhere()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var draft = await desk.PostedAsync("900");
        var blank = Assert.Single((await desk.Get<PrintTickets>().ExecuteAsync(desk.Actor, draft, null, Stop)).Tickets).BlankNumber;
        var page = await NewPageAsync(host.Address, "receiver");
        await page.OpenAsync("/");

        // A page that was just opened puts the caret to its heading.
        await Expect(page.Locator("h1")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+k");
        var box = page.GetByLabel("Найти: билет, документ, клиент, транзакция");
        await Expect(box).ToBeFocusedAsync();
        await box.FillAsync("2200 0000 0000 0004");
        await box.PressAsync("Enter");
        await Expect(page.GetByText("По полному номеру карты не ищем")).ToBeVisibleAsync();
        await box.FillAsync("нет такого");
        await box.PressAsync("Enter");
        await Expect(page.GetByText("Ничего не нашли.")).ToBeVisibleAsync();
        await box.FillAsync("иван");
        await box.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Иванов Иван Иванович" }).First).ToBeVisibleAsync();
        await page.ShootAsync("find-several");
        await box.FillAsync(blank);
        await box.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Операция по залогу ЛВЕС-" })).ToBeVisibleAsync();
        Assert.Contains("/pledges/", page.Url, StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<(FoundKind Kind, Guid Id)>> FindAsync(PayoutDesk desk, string typed) =>
        (await desk.Get<FindAnywhere>().ExecuteAsync(desk.Actor, typed, Stop)).Select(found => (found.Kind, found.Id));
}
