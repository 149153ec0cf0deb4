using Kvell.Tests.Browser;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Hosting;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.Settings;

/// <summary>The wizard follows the settings while it is open, and the press asks them again.</summary>
public sealed class ReadinessBrowserTests(BrowserFixture browser, KvellHost host) : BrowserTest(browser), IClassFixture<KvellHost>
{
    [Fact]
    public async Task A_setting_taken_away_is_said_on_the_open_page_and_the_press_calls_nobody()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var settings = await SettingsDesk.OpenAsync(host);
        var before = (await desk.Emulator.CallsAsync()).Count;
        var page = await NewPageAsync(host.Address, "receiver");
        var loan = await LoanOnScreen.OpenAsync(desk, page, "1500");
        await page.PressTopUpAsync();
        await page.TypeCardAsync("2200000000000004");
        var apiKey = (await settings.TerminalAsync()).Stored.Form.ApiKey;
        Assert.True((await settings.SaveTerminalAsync(form => form.ApiKey = "")).IsSaved);
        await Expect(page.Locator("main").GetByText("Выдать займ можно только наличными.")).ToHaveCountAsync(1);

        await page.GetByRole(AriaRole.Button, new() { Name = "Выплатить", Exact = true }).ClickAsync();
        await Expect(page.OpenDialog()).ToContainTextAsync("идентификатор терминала KVELL");
        await page.GetByRole(AriaRole.Button, new() { Name = "Отмена", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Безналичные закрыты")).ToBeVisibleAsync();
        await page.PressTopUpAsync();
        await Expect(page.GetByText("Не заполнено: идентификатор терминала KVELL. Выдача займа возможна только через наличный расчёт.")).ToBeVisibleAsync();
        Assert.Equal(before, (await desk.Emulator.CallsAsync()).Count);
        Assert.Empty(await desk.TopUpsAsync(loan.DraftId));

        Assert.True((await settings.SaveTerminalAsync(form => form.ApiKey = apiKey)).IsSaved);
        await Expect(page.GetByText("Выдать займ можно только наличными.")).ToHaveCountAsync(0);
        await page.PayAsync("2200000000000004");
        await loan.ShowsAsync("Выполнено");
    }

    [Fact]
    public async Task With_the_flag_off_no_trace_is_left_but_what_was_paid_stays_locked()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var settings = await SettingsDesk.OpenAsync(host);
        var paid = await LoanOnScreen.PayAsync(desk, await NewPageAsync(host.Address, "receiver"), "2200000000000004", "1500");
        await paid.ShowsAsync("Выполнено");
        var open = await LoanOnScreen.OpenAsync(desk, await NewPageAsync(host.Address, "receiver"), "2500");
        var journal = await NewPageAsync(host.Address, "receiver");
        await journal.OpenAsync("/pledges");
        await Expect(journal.GetByRole(AriaRole.Columnheader, new() { Name = "Эквайринг" })).ToHaveCountAsync(1);

        await settings.ChangePolicyAsync(form => form.UseKvell = false);

        foreach (var page in new[] { paid.Page, open.Page })
        {
            await Expect(page.GetByText("Эквайринг")).ToHaveCountAsync(0);
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Пополнение карты клиента" })).ToHaveCountAsync(0);
            await Expect(page.Locator("main").GetByText("KVELL")).ToHaveCountAsync(0);
        }

        await Expect(journal.GetByText("Эквайринг")).ToHaveCountAsync(0);
        await Expect(open.Page.GetByLabel("Наличные")).ToBeEditableAsync();
        await Expect(paid.Page.GetByLabel("Наличные")).Not.ToBeEditableAsync();
        await open.Page.GetByLabel("Наличные").FillAsync("1000");
        await open.Page.GetByLabel("Наличные").BlurAsync();
        await Expect(open.Page.GetByText("Наличные: 1\u00A0000\u00A0руб., Безналичные: 1\u00A0500\u00A0руб.")).ToBeVisibleAsync();
        await settings.ChangePolicyAsync(form => form.UseKvell = true);
        await Expect(open.Page.GetByRole(AriaRole.Button, new() { Name = "Пополнение карты клиента" })).ToBeVisibleAsync();
    }
}
