using Kvell.Tests.Browser;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Hosting;
using Kvell.Tests.Settings;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.Pledges;

/// <summary>«Тарифы» in a browser, in the quarter whose caps the demo has.</summary>
public sealed class TariffsBrowserTests(BrowserFixture browser, TariffsBrowserTests.SpringHouse house) : BrowserTest(browser), IClassFixture<TariffsBrowserTests.SpringHouse>
{
    private const string Tariff = "Основной, 1 год";

    [Fact]
    public async Task While_a_tariff_is_typed_it_says_where_it_breaks_the_cap()
    {
        var page = await NewPageAsync(house.Host.Address, "fullrights");
        await page.OpenAsync("/tariffs");
        var dialog = await OpenDialogAsync(page, "Добавить тариф");
        await Expect(dialog.GetByText("Введите дни и ставку")).ToBeVisibleAsync();
        await Expect(dialog.GetByLabel("Действует с")).ToHaveValueAsync("15.05.2026");
        await dialog.GetByLabel("Период 1, дней").FillAsync("29");
        await dialog.GetByLabel("Период 1, % в день").FillAsync("0,30");
        await Expect(dialog.GetByText("Ювелирные изделия. ПСК выше предельного с 1-го по 29-й день: на 1-й день 109,500\u00A0% при предельном 107,354\u00A0%, больше на 2,146")).ToBeVisibleAsync();
        await Expect(dialog.GetByText("Иное имущество. ПСК не выше предельного 157,557\u00A0%")).ToBeVisibleAsync();
        await dialog.GetByLabel("Период 1, % в день").FillAsync("0.29");
        await Expect(dialog.GetByText("Ювелирные изделия. ПСК не выше предельного 107,354\u00A0%: больше всего на 1-й день, 105,850\u00A0%")).ToBeVisibleAsync();
        await dialog.GetByLabel("Период 1, руб/день").FillAsync("1");
        await Expect(dialog.GetByText("на 1-й день 108,131\u00A0%")).ToBeVisibleAsync();
        await dialog.GetByLabel("Проверить на займе").FillAsync("160000");
        await Expect(dialog.GetByText("Ювелирные изделия. ПСК не выше предельного")).ToBeVisibleAsync();

        // Halfway through a number the periods before it are still told.
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Добавить период" }).ClickAsync();
        await dialog.GetByLabel("Период 2, дней").FillAsync("31");
        await dialog.GetByLabel("Период 2, % в день").FillAsync("0,");
        await Expect(dialog.GetByText("За весь срок, 60\u00A0дней")).ToBeVisibleAsync();
        await dialog.GetByLabel("Период 2, % в день").FillAsync("0,2х");
        await Expect(dialog.GetByText("За весь срок, 29\u00A0дней")).ToBeVisibleAsync();
        await dialog.GetByLabel("Действует с").FillAsync("01.01.2027");
        await Expect(dialog.GetByText("Ювелирные изделия. Нет предельного значения ПСК на эту дату (01.01.2027)")).ToBeVisibleAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Сохранить тариф" }).ClickAsync();
        await Expect(dialog.GetByText("Введите название")).ToBeVisibleAsync();
        await Expect(dialog.GetByLabel("Период 2, % в день")).ToHaveValueAsync("0,2х");
    }

    [Fact]
    public async Task A_changed_tariff_is_a_new_version_from_its_day_on()
    {
        var page = await NewPageAsync(house.Host.Address, "admin");
        await page.OpenAsync("/tariffs");
        await Expect(Card(page)).ToContainTextAsync("действует с 01.01.2022");
        await Expect(Card(page)).ToContainTextAsync("За весь срок, 366\u00A0дней: ПСК 75,892\u00A0%");
        var dialog = await OpenDialogAsync(page, "Изменить");
        await dialog.GetByLabel("Действует с").FillAsync("010726");
        await dialog.GetByLabel("Период 1, % в день").FillAsync("0,28");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.OpenDialog()).ToBeHiddenAsync();
        await Card(page).GetByText("Версии: 2").ClickAsync();
        await Expect(Card(page)).ToContainTextAsync("Версия 2, с 01.07.2026, ещё не действует");
        await Expect(Card(page)).ToContainTextAsync("Версия 1, с 01.01.2022, действует");
    }

    [Fact]
    public async Task Caps_are_added_and_put_right_by_full_rights()
    {
        var page = await NewPageAsync(house.Host.Address, "fullrights");
        await page.OpenAsync("/tariffs");
        await page.OpenTabAsync("Предельные значения ПСК");
        var dialog = await OpenDialogAsync(page, "Добавить предельное значение");
        await Expect(dialog.GetByLabel("Действует с")).ToHaveValueAsync("01.07.2026");
        await dialog.GetByLabel("Действует с").FillAsync("30.06.2026");
        await dialog.GetByLabel("ПСК, % годовых").FillAsync("108.5");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Сохранить", Exact = true }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Уже есть строка с 01.04.2026 по 30.06.2026: исправьте её или выберите другие дни");
        await dialog.GetByLabel("Действует с").FillAsync("01.07.2026");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Сохранить", Exact = true }).ClickAsync();
        await Expect(Row(page, "01.07.2026")).ToContainTextAsync("108,500");

        await Row(page, "01.07.2026").GetByRole(AriaRole.Button, new() { Name = "Исправить" }).ClickAsync();
        await Expect(dialog.GetByLabel("ПСК, % годовых")).ToBeFocusedAsync();
        await dialog.GetByLabel("ПСК, % годовых").FillAsync("108,501");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Сохранить", Exact = true }).ClickAsync();
        await Expect(Row(page, "01.07.2026")).ToContainTextAsync("108,501");

        var admin = await NewPageAsync(house.Host.Address, "admin");
        await admin.OpenAsync("/tariffs?tab=caps");
        await Expect(Row(admin, "01.07.2026")).ToContainTextAsync("108,501");
        await Expect(admin.GetByRole(AriaRole.Button, new() { Name = "Исправить" })).ToHaveCountAsync(0);
        await Expect(admin.GetByRole(AriaRole.Button, new() { Name = "Добавить предельное значение" })).ToHaveCountAsync(0);
    }

    /// <summary>16 000,00 under the demo's tariff, and its lines: from the day after, or where the policy says so from the day itself.</summary>
    [Fact]
    public async Task The_wizard_says_what_the_loan_costs()
    {
        var page = await NewPageAsync(house.Host.Address, "receiver");
        await page.OpenNewGroupAsync();
        await page.ChooseMorozovaAsync();
        await page.OpenTabAsync("Перечень имущества");
        await page.AddItemAsync(1, "Браслет", "8,00", "10000");
        await page.AddItemAsync(2, "Кольцо", "5,00", "6000");
        await page.OpenTabAsync("Оформление документов");
        var panel = page.Locator("section").Filter(new() { Has = page.GetByText("Тарифы", new() { Exact = true }) }).Last;
        await Expect(panel).ToContainTextAsync("ПСК 75,892\u00A0% годовых, 12\u00A0176,00\u00A0₽");
        await Expect(panel).ToContainTextAsync("От 16.05.2026 до 13.06.2026 (29\u00A0дней)");
        await (await SettingsDesk.OpenAsync(house.Host, "fullrights")).ChangePolicyAsync(policy => policy.IssueDayBearsInterest = true);
        try
        {
            await page.ReloadAsync();
            await page.InteractiveAsync();
            await page.OpenTabAsync("Оформление документов");
            await Expect(panel).ToContainTextAsync("ПСК 76,100\u00A0% годовых, 12\u00A0176,00\u00A0₽");
            await Expect(panel).ToContainTextAsync("От 15.05.2026 до 12.06.2026 (29\u00A0дней)");
        }
        finally
        {
            await (await SettingsDesk.OpenAsync(house.Host, "fullrights")).ChangePolicyAsync(policy => policy.IssueDayBearsInterest = false);
        }
    }

    [Fact]
    public async Task The_switch_is_on_the_policy_s_page()
    {
        var page = await NewPageAsync(house.Host.Address, "fullrights");
        await page.OpenAsync("/settings/policy");
        var tick = page.GetByLabel("День выдачи входит в проценты");
        await Expect(tick).Not.ToBeCheckedAsync();
        await tick.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Сохранить", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Сохранено в")).ToBeVisibleAsync();
        await page.OpenAsync("/tariffs");
        await Expect(Card(page)).ToContainTextAsync("За весь срок, 365\u00A0дней: ПСК 76,100\u00A0%");
        await (await SettingsDesk.OpenAsync(house.Host, "fullrights")).ChangePolicyAsync(policy => policy.IssueDayBearsInterest = false);
        await Expect(Card(page)).ToContainTextAsync("За весь срок, 366\u00A0дней: ПСК 75,892\u00A0%");
    }

    /// <summary>A dialog that just opened puts the caret into its field.</summary>
    private static async Task<ILocator> OpenDialogAsync(IPage page, string button)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await Expect(page.OpenDialog().GetByRole(AriaRole.Textbox).And(page.Locator(":focus"))).ToBeVisibleAsync();
        return page.OpenDialog();
    }

    private static ILocator Card(IPage page) => page.Locator("section").Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = Tariff }) });

    private static ILocator Row(IPage page, string text) => page.GetByRole(AriaRole.Row).Filter(new() { HasText = text });

    public sealed class SpringHouse : IDisposable
    {
        internal KvellHost Host { get; } = new(new KvellHostOptions { Settings = new Dictionary<string, string> { ["Demo:Now"] = "2026-05-15T12:00:00+03:00" } });

        public void Dispose() => Host.Dispose();
    }
}
