using Kvell.Tests.Browser;
using Kvell.Web.Account;
using Kvell.Web.Features.Users;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.Web.Look;

/// <summary>«Пользователи», and one's own password.</summary>
internal static class UserSights
{
    public static IReadOnlyList<Sight> All { get; } =
    [
        new("users", "admin", nameof(UsersPage), (_, page) => OpenUsersAsync(page)),
        new("users-nobody-found", "admin", nameof(UsersPage), async (_, page) =>
        {
            await OpenUsersAsync(page);
            await page.GetByLabel("Поиск по имени или филиалу").FillAsync("щщщ");
            await Expect(page.GetByText("Никого не нашли")).ToBeVisibleAsync();
        }),
        new("user-new-dialog", "admin", nameof(UserDialog), async (_, page) =>
        {
            await OpenUsersAsync(page);
            await page.GetByRole(AriaRole.Button, new() { Name = "Новый пользователь" }).ClickAsync();
            await Expect(page.GetByLabel("Фамилия, имя, отчество")).ToBeFocusedAsync();
        }),
        new("user-wrong-dialog", "admin", nameof(UserDialog), async (_, page) =>
        {
            await OpenUsersAsync(page);
            await page.GetByRole(AriaRole.Button, new() { Name = "Новый пользователь" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Создать" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Alert).First).ToBeVisibleAsync();
        }),
        new("user-dialog", "admin", nameof(UserDialog), async (_, page) =>
        {
            await OpenUsersAsync(page);
            await page.GetByRole(AriaRole.Button, new() { Name = "Кузнецов Павел Олегович" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Новый пароль…" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Назначить пароль" })).ToBeVisibleAsync();
        }),
        new("password", "receiver", nameof(PasswordPage), (_, page) => page.GotoAsync("/account/password")),
        new("password-wrong", "receiver", nameof(PasswordPage), async (_, page) =>
        {
            await page.GotoAsync("/account/password");
            await page.GetByRole(AriaRole.Button, new() { Name = "Сменить пароль" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Alert).First).ToBeVisibleAsync();
        }),
    ];

    private static async Task OpenUsersAsync(IPage page)
    {
        await page.OpenAsync("/users");
        await Expect(page.GetByText("пользователей")).ToBeVisibleAsync();
    }
}
