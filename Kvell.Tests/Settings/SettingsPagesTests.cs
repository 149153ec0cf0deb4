using System.Text.RegularExpressions;
using Kvell.Domain.Settings;
using Kvell.Infrastructure.Gateway.Signing;
using Kvell.Infrastructure.Settings;
using Kvell.Tests.Browser;
using Kvell.Tests.Gateway;
using Kvell.Tests.Hosting;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.Settings;

/// <summary>The settings' pages in a browser: what is saved, who came second, what is said at a field.</summary>
public sealed class SettingsPagesTests(BrowserFixture browser, KvellHost host) : BrowserTest(browser), IClassFixture<KvellHost>
{
    private const string IdleLock = "Блокировать рабочее место без действий, минут";
    private const string LogDays = "Хранить тела запросов в журнале, дней";

    [Fact]
    public async Task The_policy_is_saved_and_its_button_opens_the_log()
    {
        var page = await NewPageAsync(host.Address, "fullrights");
        await page.OpenAsync("/settings/policy");
        await Expect(page.GetByRole(AriaRole.Tab, new() { Name = "Пополнение карты клиента - KVELL" })).ToHaveAttributeAsync("aria-selected", "true");
        await page.GetByLabel(IdleLock).FillAsync("0");
        await page.GetByLabel(LogDays).FillAsync("365");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByText("Сохранено в")).ToBeVisibleAsync();

        await page.OpenAsync("/settings/policy");
        await Expect(page.GetByLabel(IdleLock)).ToHaveValueAsync("0");
        await Expect(page.GetByLabel(LogDays)).ToHaveValueAsync("365");
        await page.GetByRole(AriaRole.Button, new() { Name = "Логирование обращений к сервису", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Логирование сервисов по пополнению карты клиента" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_wrong_number_is_said_at_its_field_and_stays_typed_and_nothing_is_saved()
    {
        var desk = await SettingsDesk.OpenAsync(host);
        var before = await desk.Get<ShowPolicy>().ExecuteAsync(desk.Actor, TestContext.Current.CancellationToken);
        var page = await NewPageAsync(host.Address, "fullrights");
        await page.OpenAsync("/settings/policy");
        await page.GetByLabel(IdleLock).FillAsync("30");
        await page.GetByLabel(LogDays).FillAsync("34");
        await SaveAsync(page);
        await Expect(page.GetByLabel(LogDays)).ToHaveAccessibleDescriptionAsync(new Regex("Нужно целое число дней от 35 до 1825"));
        await Expect(page.GetByLabel(LogDays)).ToHaveValueAsync("34");
        await Expect(page.GetByLabel(IdleLock)).ToHaveValueAsync("30");
        Assert.Equal(before, await desk.Get<ShowPolicy>().ExecuteAsync(desk.Actor, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Who_types_while_another_saves_is_told_loses_nothing_and_decides()
    {
        var desk = await SettingsDesk.OpenAsync(host);
        var page = await NewPageAsync(host.Address, "fullrights");
        await page.OpenAsync("/settings/policy");
        await page.GetByLabel(IdleLock).FillAsync("44");

        // What a circuit is told it hears in order: after this it knows what was typed.
        await page.GetByRole(AriaRole.Button, new() { Name = "Тёмная тема" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Светлая тема" })).ToBeVisibleAsync();
        await desk.ChangePolicyAsync(form => form.LogBodiesKeptDays = "400");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Пока вы вводили, страницу сохранил другой: Лебедев Николай Петрович");
        await Expect(page.GetByLabel(IdleLock)).ToHaveValueAsync("44");

        await SaveAsync(page);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("не сохранено");
        Assert.NotEqual("44", (await PolicyAsync(desk)).IdleLockMinutes);

        await page.GetByRole(AriaRole.Button, new() { Name = "Сохранить мои изменения" }).ClickAsync();
        await Expect(page.GetByText("Сохранено в")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        Assert.Equal("44", (await PolicyAsync(desk)).IdleLockMinutes);
    }

    [Fact]
    public async Task A_page_nobody_types_in_follows_what_another_saves()
    {
        var desk = await SettingsDesk.OpenAsync(host);
        var page = await NewPageAsync(host.Address, "fullrights");
        await page.OpenAsync("/settings/policy");
        await desk.ChangePolicyAsync(form => form.IdleLockMinutes = "77");
        await Expect(page.GetByLabel(IdleLock)).ToHaveValueAsync("77");
    }

    [Fact]
    public async Task The_receipts_switch_is_saved()
    {
        var page = await NewPageAsync(host.Address, "fullrights");
        await page.OpenAsync("/settings/general");
        await Expect(page.GetByRole(AriaRole.Tab, new() { Name = "Настройки работы с ТО" })).ToBeVisibleAsync();
        await Expect(page.GetByText("«Провести» чека не печатает")).ToBeVisibleAsync();
        await page.GetByLabel("Печать чека по кнопке, а не при проведении").UncheckAsync();
        await Expect(page.GetByText("«Провести» спросит типы оплаты и пробьёт чек сразу")).ToBeVisibleAsync();
        await SaveAsync(page);
        await Expect(page.GetByText("Сохранено в")).ToBeVisibleAsync();
        var desk = await SettingsDesk.OpenAsync(host);
        Assert.False((await desk.Get<ShowGeneralSettings>().ExecuteAsync(desk.Actor, TestContext.Current.CancellationToken)).Form.PrintReceiptByButton);
    }

    [Fact]
    public async Task The_bank_s_tab_tries_what_is_typed_and_every_server_after_a_save()
    {
        var page = await NewPageAsync(host.Address, "admin");
        await page.OpenAsync("/settings/bank");
        await page.GetByText("Внешний OpenSSL", new() { Exact = true }).First.ClickAsync();
        await page.GetByLabel("Путь к OpenSSL").FillAsync(OpenSslStandIn.RealPath);
        await page.GetByRole(AriaRole.Button, new() { Name = "Проверить", Exact = true }).ClickAsync();
        var result = page.GetByLabel("Результат проверки");
        await Expect(result).ToContainTextAsync("Этот сервер подписывает");
        await Expect(result).ToContainTextAsync("OpenSSL 3.");
        await Expect(result).ToContainTextAsync("совпала со встроенной");

        await page.GetByLabel("Путь к OpenSSL").FillAsync("/usr/bin/true");
        await SaveAsync(page);
        await Expect(result).ToContainTextAsync("Этот сервер не подписывает");
        await Expect(page.GetByLabel("Серверы")).ToContainTextAsync("не OpenSSL");
        var health = (await SettingsDesk.OpenAsync(host)).Get<SigningHealth>();
        Assert.Equal((false, SigningKind.OpenSsl), (health.Last!.IsGood, health.Last.Kind));

        await page.GetByText("Встроенная", new() { Exact = true }).First.ClickAsync();
        await SaveAsync(page);
        await Expect(page.GetByLabel("Серверы")).ToContainTextAsync("подпись верна");
        Assert.True(health.Last!.IsGood);
    }

    private static Task SaveAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Сохранить", Exact = true }).ClickAsync();

    private static async Task<PolicyForm> PolicyAsync(SettingsDesk desk) =>
        (await desk.Get<ShowPolicy>().ExecuteAsync(desk.Actor, TestContext.Current.CancellationToken)).Form;
}
