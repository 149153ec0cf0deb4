using Kvell.Tests.Browser;
using Kvell.Tests.Hosting;
using Kvell.Tests.Pledges;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.CardTopUps;

/// <summary>What pays and what doesn't, with the emulator as witness.</summary>
public sealed class ButtonBrowserTests(BrowserFixture browser, KvellHost host) : BrowserTest(browser), IClassFixture<KvellHost>
{
    [Fact]
    public async Task Yes_Enter_Escape_and_closing_never_pay()
    {
        using var emulator = new EmulatorWitness(host.Address);
        var page = await NewPageAsync(host.Address, "receiver");
        await page.PostGroupAsync("1500");
        await page.PayAsync("2200000000000079");
        await page.ExpectStateAsync(1, "Отклонено");
        var before = await emulator.PayoutsAsync();

        await page.PressTopUpAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Да", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Выбрать другую" }).ClickAsync();
        await page.TypeCardAsync("2200000000000004");
        await page.GetByLabel("Номер карты").PressAsync("Enter");
        await Expect(page.OpenDialog()).ToContainTextAsync("Цифры сходятся");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.OpenDialog()).ToHaveCountAsync(0);
        await page.PressTopUpAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Отмена", Exact = true }).ClickAsync();
        await Expect(page.OpenDialog()).ToHaveCountAsync(0);
        Assert.Equal(before, await emulator.PayoutsAsync());

        // The same pages do pay by the one key that pays: the witness isn't blind.
        await page.PressTopUpAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Выбрать другую" }).ClickAsync();
        await page.TypeCardAsync("2200000000000004");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.ExpectStateAsync(1, "Выполнено");
        Assert.Equal(before + 1, await emulator.PayoutsAsync());
    }

    [Fact]
    public async Task A_wrong_number_is_said_at_the_field_and_stays_typed()
    {
        using var emulator = new EmulatorWitness(host.Address);
        var page = await NewPageAsync(host.Address, "receiver");
        await page.PostGroupAsync("1500");
        var before = await emulator.PayoutsAsync();
        await page.PressTopUpAsync();
        await page.TypeCardAsync("2200 0000 0000 0005");
        await page.GetByRole(AriaRole.Button, new() { Name = "Выплатить", Exact = true }).ClickAsync();
        await Expect(page.GetByLabel("Номер карты")).ToHaveAccessibleDescriptionAsync("Номер карты с ошибкой: сверьте каждую цифру.");
        await Expect(page.GetByLabel("Номер карты")).ToHaveValueAsync("2200 0000 0000 0005");
        await page.GetByLabel("Номер карты").FillAsync("2200 0000 0000 0004");
        await page.GetByLabel("сверено").UncheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Выплатить", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Сверьте карту с клиентом и поставьте отметку.")).ToBeVisibleAsync();
        Assert.Equal(before, await emulator.PayoutsAsync());
    }

    [Fact]
    public async Task A_double_click_and_two_tabs_make_one_order_a_ticket()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var first = await NewPageAsync(host.Address, "receiver");
        await first.PostGroupAsync("1500", "2500");
        var draft = Guid.Parse(first.Url[^36..]);
        var second = await first.Context.NewPageAsync();
        await second.OpenAsync(first.Url);
        await second.OpenTabAsync("Оформление документов");
        foreach (var page in new[] { first, second })
        {
            await page.PressTopUpAsync();
            await page.TypeCardAsync("4111111111111111");
        }

        await Task.WhenAll(new[] { first, second }.Select(page => page.GetByRole(AriaRole.Button, new() { Name = "Выплатить", Exact = true }).DblClickAsync(new() { Force = true })));
        await first.ExpectStateAsync(1, "Выполнено");
        await first.ExpectStateAsync(2, "Выполнено");
        await desk.SettledAsync(draft);
        Assert.Equal([150_000, 250_000], (await desk.OrdersOfAsync(draft)).Select(order => order.Amount).Order());
        Assert.All(await desk.TopUpsAsync(draft), topUp => Assert.Single(topUp.Attempts));
    }

    [Fact]
    public async Task Closing_the_page_leaves_the_queued_ones_running()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var page = await NewPageAsync(host.Address, "receiver");
        await page.PostGroupAsync("1100", "1200", "1300", "1400", "1500", "1600");
        var draft = Guid.Parse(page.Url[^36..]);
        await page.PayAsync("4111111111111111");
        await page.CloseAsync();
        await desk.SettledAsync(draft);
        Assert.Equal(6, (await desk.OrdersOfAsync(draft)).Count);
    }

    /// <summary>Takes more than five seconds: a second server process starts.</summary>
    [Fact]
    public async Task Two_server_processes_make_one_order_a_ticket()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        using var other = KvellProcess.Start(host.Folder, settings: host.DatabaseSettings);
        var otherAddress = await other.AddressAsync(TestContext.Current.CancellationToken);
        Assert.NotNull(otherAddress);
        var here = await NewPageAsync(host.Address, "receiver");
        await here.PostGroupAsync("1500", "2500", "3500");
        var draft = Guid.Parse(here.Url[^36..]);
        var there = await NewPageAsync(otherAddress, "receiver");
        await there.OpenAsync($"/pledges/group/{draft}");
        foreach (var page in new[] { here, there })
        {
            await page.PressTopUpAsync();
            await page.TypeCardAsync("4111111111111111");
        }

        await Task.WhenAll(new[] { here, there }.Select(page => page.GetByRole(AriaRole.Button, new() { Name = "Выплатить", Exact = true }).ClickAsync()));
        await desk.SettledAsync(draft);
        Assert.All(await desk.TopUpsAsync(draft), topUp => Assert.Single(topUp.Attempts));
        var transactions = (await desk.TopUpsAsync(draft)).Select(topUp => topUp.Attempts[0].Transaction);
        using var elsewhere = new EmulatorWitness(otherAddress);
        var everywhere = (await desk.Emulator.OrdersAsync()).Concat(await elsewhere.OrdersAsync()).DistinctBy(order => order.Transaction).ToList();
        Assert.Equal([150_000, 250_000, 350_000], everywhere.Where(order => order.Amount is 150_000 or 250_000 or 350_000).Where(order => transactions.Contains(order.Transaction)).Select(order => order.Amount).Order());
        await there.CloseAsync();
        Assert.Equal(0, await other.TerminateAsync(TestContext.Current.CancellationToken));
    }
}
