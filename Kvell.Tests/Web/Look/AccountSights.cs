using Kvell.Infrastructure.Identity;
using Kvell.Tests.Browser;
using Kvell.Tests.Hosting;
using Kvell.Web.Account;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.Web.Look;

/// <summary>Before the desk: signing in, and what an address answers that doesn't open.</summary>
internal static class AccountSights
{
    public static IReadOnlyList<Sight> All { get; } =
    [
        new("sign-in", null, nameof(SignInPage), (_, page) => page.GotoAsync("/account/sign-in")),
        new("sign-in-wrong", null, nameof(SignInPage), async (_, page) =>
        {
            await SignInAsync(page, "receiver", "Wrong-password-1!");
            await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("не подходят");
        }),
        new("sign-in-locked", null, nameof(SignInPage), async (house, page) =>
        {
            using var visitor = house.Host.CreateVisitor();
            for (var i = 0; i < IdentityServices.AttemptsBeforeLockout; i++)
                (await visitor.PostSignInAsync("fullrights2", "Wrong-password-1!", CancellationToken.None)).Dispose();
            await SignInAsync(page, "fullrights2", PageActions.DemoPassword);
            await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Слишком много неудачных попыток");
        }),
        new("no-access", "receiver", nameof(NoAccessPage), async (_, page) =>
        {
            await page.GotoAsync("/account/no-access");
            await HeadingAsync(page, "Нет доступа");
        })
        { Troubles = ["403"] },
        new("status-403", "receiver", nameof(StatusPage), async (_, page) =>
        {
            await page.GotoAsync("/request-log");
            await HeadingAsync(page, "Нет доступа");
        })
        { Troubles = ["403"] },
        new("status-404", "receiver", nameof(StatusPage), async (_, page) =>
        {
            await page.GotoAsync("/no/such/page");
            await HeadingAsync(page, "Страница не найдена");
        })
        { Troubles = ["404"] },
        new("status-400", null, nameof(StatusPage), async (_, page) =>
        {
            await page.GotoAsync("/account/sign-in");
            await page.EvaluateAsync("() => { document.querySelector('[name=__RequestVerificationToken]').remove(); document.forms[0].submit(); }");
            await HeadingAsync(page, "Запрос не принят");
        })
        { Troubles = ["400"] },
        new("status-500", null, nameof(StatusPage), async (_, page) =>
        {
            await SignInAsync(page, "receiver", BreakableHasher.Breaking);
            await HeadingAsync(page, "Страница не открылась");
        })
        { Troubles = ["500"] },
    ];

    public static Task HeadingAsync(IPage page, string words) =>
        Expect(page.GetByRole(AriaRole.Heading, new() { Name = words, Exact = true, Level = 1 })).ToBeVisibleAsync();

    private static async Task SignInAsync(IPage page, string user, string password)
    {
        await page.GotoAsync("/account/sign-in");
        await page.GetByLabel("Имя пользователя").FillAsync(user);
        await page.GetByLabel("Пароль").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Войти" }).ClickAsync();
    }
}
