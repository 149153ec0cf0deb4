using System.Security.Cryptography;
using System.Text;
using Kvell.Infrastructure.Demo;
using Kvell.Tests.Browser;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Gateway;
using Kvell.Web.Features.Branches;
using Kvell.Web.Features.Settings;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.Web.Look;

/// <summary>Settings and branches. Nothing here is saved: the house stays as it is.</summary>
internal static class SettingsSights
{
    private static readonly string First = $"/branches/{DemoAccounts.All[0].BranchId}";

    public static IReadOnlyList<Sight> All { get; } =
    [
        new("settings-policy", "fullrights", nameof(PolicyPage), (_, page) => DeskSights.SeeAsync(page, "/settings/policy", "Блокировать рабочее место")),
        new("settings-policy-wrong", "fullrights", nameof(PolicyPage), async (_, page) =>
        {
            await page.OpenAsync("/settings/policy");
            await page.GetByLabel("Блокировать рабочее место без действий, минут").FillAsync("сто");
            await page.GetByLabel("Хранить тела запросов в журнале, дней").FillAsync("5");
            await page.GetByLabel("Использовать пополнение карты клиента").UncheckAsync();
            await PressAsync(page, "Сохранить");
            await Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(2);
        }),
        new("stop-list-dialog", "fullrights", nameof(StopListDialog), async (_, page) =>
        {
            await page.OpenAsync("/settings/policy");
            await page.GetByRole(AriaRole.Button, new() { Name = "Добавить", Exact = true }).ClickAsync();
            await Expect(page.GetByLabel("Что не принимаем в залог")).ToBeFocusedAsync();
            await PressAsync(page, "Сохранить строку");
            await Expect(page.OpenDialog().GetByRole(AriaRole.Alert)).ToHaveCountAsync(3);
        }),
        new("settings-general", "fullrights", nameof(GeneralPage), (_, page) => DeskSights.SeeAsync(page, "/settings/general", "Печать чека по кнопке")),
        new("settings-bank", "admin", nameof(BankPage), async (_, page) =>
        {
            await page.OpenAsync("/settings/bank");
            await page.GetByText("Внешний OpenSSL", new() { Exact = true }).First.ClickAsync();
            await page.GetByLabel("Путь к OpenSSL").FillAsync(OpenSslStandIn.RealPath);
            await PressAsync(page, "Проверить");
            await Expect(page.GetByText("Этот сервер подписывает")).ToBeVisibleAsync();
        }),
        new("settings-bank-wrong", "admin", nameof(BankPage), async (_, page) =>
        {
            await page.OpenAsync("/settings/bank");
            await page.GetByText("Внешний OpenSSL", new() { Exact = true }).First.ClickAsync();
            await page.GetByLabel("Путь к OpenSSL").FillAsync("/usr/bin/true");
            await PressAsync(page, "Проверить");
            await Expect(page.GetByText("Этот сервер не подписывает")).ToBeVisibleAsync();
        }),
        new("branches", "admin", nameof(BranchesPage), (_, page) => DeskSights.SeeAsync(page, "/branches", "Ломбард №2")),
        new("branch-new", "admin", nameof(NewBranchPage), async (_, page) =>
        {
            await page.OpenAsync("/branches/new");
            await PressAsync(page, "Сохранить");
            await Expect(page.GetByRole(AriaRole.Alert).First).ToBeVisibleAsync();
        }),
        new("branch-main", "admin", nameof(BranchPage), (_, page) => DeskSights.SeeAsync(page, First, "Принять бланки")),
        new("branch-main-read-only", "fullrights", nameof(BranchPage), (_, page) => DeskSights.SeeAsync(page, First, "Чистых:")),
        new("branch-kvell", "admin", nameof(BranchPage), (_, page) => DeskSights.SeeAsync(page, $"{First}?tab=kvell", "Подходит к приватному")),
        new("branch-kvell-empty", "admin", nameof(BranchPage), (_, page) => DeskSights.SeeAsync(page, $"/branches/{DemoAccounts.All[1].BranchId}?tab=kvell", "Только наличными")),
        new("branch-kvell-read-only", "fullrights", nameof(BranchPage), (_, page) => DeskSights.SeeAsync(page, $"{First}?tab=kvell", "Выплаты доступны")),
        new("branch-kvell-locked-key", "admin", nameof(BranchPage), async (_, page) =>
        {
            await page.OpenAsync($"{First}?tab=kvell");
            await page.GetByLabel("Тестовый терминал").UncheckAsync();
            await page.Locator("#public-key").SetInputFilesAsync(FileOf("privatekey.pem", Pem(encrypted: false)));
            await Expect(page.GetByText("Это приватный ключ")).ToBeVisibleAsync();
            await page.Locator("#private-key").SetInputFilesAsync(FileOf("privatekey.pem", Pem(encrypted: true)));
            await page.GetByLabel("Пароль ключа").FillAsync("не тот");
            await PressAsync(page, "Открыть ключ");
            await Expect(page.GetByText("Пароль не подходит")).ToBeVisibleAsync();
        }),
    ];

    private static Task PressAsync(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).Last.ClickAsync();

    private static FilePayload FileOf(string name, string text) => new() { Name = name, MimeType = "application/x-pem-file", Buffer = Encoding.ASCII.GetBytes(text) };

    private static string Pem(bool encrypted)
    {
        using var key = RSA.Create(2048);
        return encrypted
            ? key.ExportEncryptedPkcs8PrivateKeyPem("пароль", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 2048))
            : key.ExportPkcs8PrivateKeyPem();
    }
}
