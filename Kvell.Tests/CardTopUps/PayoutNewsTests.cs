using Kvell.Infrastructure.Emulator;
using Kvell.Tests.Browser;
using Kvell.Tests.Hosting;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.CardTopUps;

/// <summary>Two servers on one database: what happens on one is seen on the other, and told to whoever began it.</summary>
public sealed class PayoutNewsTests(BrowserFixture browser, KvellHost host) : BrowserTest(browser), IClassFixture<KvellHost>
{
    /// <summary>Takes more than five seconds: a second server starts, and a bank works on an order.</summary>
    [Fact]
    public async Task Whoever_pressed_is_told_on_another_page_of_another_server_and_lists_documents_and_the_desk_follow()
    {
        using var other = KvellProcess.Start(host.Folder, settings: host.DatabaseSettings);
        var elsewhere = (await other.AddressAsync(TestContext.Current.CancellationToken))!;
        using var desk = await PayoutDesk.OpenAsync(host);
        desk.Get<EmulatorControl>().Speed = 1;
        var loan = await LoanOnScreen.OpenAsync(desk, await NewPageAsync(host.Address, "receiver"), "3100");
        var presser = await NewPageAsync(elsewhere, "receiver");
        await presser.OpenAsync("/pledges");
        var list = await NewPageAsync(elsewhere, "fullrights");
        await list.OpenAsync("/top-ups");
        var start = await NewPageAsync(elsewhere, "receiver");
        await start.OpenAsync("/");
        var otherTab = await NewPageAsync(elsewhere, "receiver");
        await otherTab.OpenAsync($"/pledges/group/{loan.DraftId}");
        await otherTab.GetByRole(AriaRole.Tab, new() { Name = "Перечень имущества" }).ClickAsync();
        await Expect(otherTab.Locator("#items-grid")).ToBeVisibleAsync();

        await loan.Page.PayAsync("2200000000000012");
        await loan.ShowsAsync("Обрабатывается банком");
        var document = await NewPageAsync(elsewhere, "fullrights");
        await document.OpenAsync($"/top-ups/{Assert.Single(await desk.TopUpsAsync(loan.DraftId)).Id}");
        await Expect(list.GetByRole(AriaRole.Row).Filter(new() { HasText = "3 100,00" })).ToContainTextAsync("Обрабатывается банком");
        await LoanOnScreen.DocumentShowsAsync(document, "Обрабатывается банком");

        await loan.ShowsAsync("Выполнено");
        foreach (var page in new[] { presser, start, otherTab })
            await Expect(page.GetByRole(AriaRole.Status, new() { Name = "Исходы выплат" })).ToContainTextAsync("3 100,00");
        await Expect(list.GetByRole(AriaRole.Row).Filter(new() { HasText = "3 100,00" })).ToContainTextAsync("Выполнено");
        await LoanOnScreen.DocumentShowsAsync(document, "Выполнено");
        await Expect(loan.Page.GetByRole(AriaRole.Status, new() { Name = "Исходы выплат" })).Not.ToContainTextAsync("3 100,00");
        await Expect(list.GetByRole(AriaRole.Status, new() { Name = "Исходы выплат" })).Not.ToContainTextAsync("3 100,00");
        await presser.ShootAsync("payout-news");

        await presser.GetByRole(AriaRole.Link, new() { Name = "3 100,00" }).ClickAsync();
        await LoanOnScreen.DocumentShowsAsync(presser, "Выполнено");
        await Expect(presser.GetByRole(AriaRole.Status, new() { Name = "Исходы выплат" })).Not.ToContainTextAsync("3 100,00");
        foreach (var page in new[] { presser, list, start, otherTab, document })
            await page.Context.CloseAsync();
    }
}
