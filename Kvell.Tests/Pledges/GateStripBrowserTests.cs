using Kvell.Domain.Pledges.Forms;
using Kvell.Tests.Browser;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Hosting;
using Kvell.Tests.Settings;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.Pledges;

/// <summary>The strip above the buttons, from red to gone.</summary>
public sealed class GateStripBrowserTests(BrowserFixture browser, KvellHost host) : BrowserTest(browser), IClassFixture<KvellHost>
{
    [Fact]
    public async Task It_goes_from_red_to_amber_to_green_and_is_gone_when_all_is_given_out()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        await (await SettingsDesk.OpenAsync(host)).ChangePolicyAsync(form => form.UseKvell = true);
        var draft = await desk.DraftAsync(
            form =>
            {
                form.Tab = WizardTab.Documents;
                form.Questionnaire.Passport.CheckedAt = desk.Get<TimeProvider>().GetUtcNow().UtcDateTime.AddDays(-40);
            },
            "1500");
        var page = await NewPageAsync(host.Address, "receiver");
        await page.OpenAsync($"/pledges/group/{draft}");
        var strip = page.GetByRole(AriaRole.Status, new() { Name = "Проверки перед выдачей" });
        await Expect(strip).ToContainTextAsync("Выдавать нельзя:");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Провести" })).ToBeDisabledAsync();

        // A sentence leads to its field, from the keyboard too.
        await strip.GetByRole(AriaRole.Link, new() { NameRegex = new("Обновите проверку паспорта") }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Tab, new() { Name = "Анкета залогодателя" })).ToHaveAttributeAsync("aria-selected", "true");
        await page.Locator(".check", new() { HasText = "Проверка действительности паспорта" }).GetByRole(AriaRole.Button, new() { Name = "Проверено сегодня" }).ClickAsync();
        await page.OpenTabAsync("Оформление документов");
        await Expect(strip).ToContainTextAsync("Перед выдачей проверьте:");
        await strip.GetByRole(AriaRole.Link, new() { Name = "Билет №01 не напечатан" }).ClickAsync();
        await Expect(page.GetByLabel("№ бланка")).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Печать: Билет №01" }).ClickAsync();
        await Expect(strip).Not.ToContainTextAsync("не напечатан");

        await page.PostAsync();
        await page.PayAsync(PayoutDesk.GoodCard);
        await page.ExpectPaidAsync(1, paid: true);
        await Expect(strip).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task While_a_payout_is_undecided_it_waits_and_is_never_green()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        desk.Get<Infrastructure.Emulator.EmulatorControl>().Speed = 0.001;
        var draft = await desk.PostedAsync("1500");
        await desk.Get<Infrastructure.Pledges.PrintTickets>().ExecuteAsync(desk.Actor, draft, null, TestContext.Current.CancellationToken);
        Assert.Null(await desk.PayAsync(await desk.OfferAsync(draft), "2200000000000012"));
        var page = await NewPageAsync(host.Address, "receiver");
        await page.OpenAsync($"/pledges/group/{draft}");
        await page.OpenTabAsync("Оформление документов");
        await page.ExpectStateAsync(1, "Обрабатывается банком");
        var strip = page.GetByRole(AriaRole.Status, new() { Name = "Проверки перед выдачей" });
        await Expect(strip).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("processing|unknown"));
        await Expect(strip).Not.ToContainTextAsync("Можно выдавать");
    }
}
