using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Kvell.Tests.Browser;

/// <summary>What every browser test does with a page.</summary>
public static partial class PageActions
{
    public const string DemoPassword = "Kvell-demo-2026!";

    /// <summary>Where <see cref="ShootAsync"/> puts pictures; nowhere when unset.</summary>
    private static readonly string? Shots = Environment.GetEnvironmentVariable("KVELL_SHOTS");

    /// <summary>Opens an address and waits until its buttons work: clicks before that are lost.</summary>
    public static async Task OpenAsync(this IPage page, string path)
    {
        await page.GotoAsync(path);
        await page.InteractiveAsync();
    }

    public static Task InteractiveAsync(this IPage page) =>
        page.Locator("[data-interactive=true]").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });

    /// <summary>Through the sign-in page, as a person does.</summary>
    public static async Task SignInAsync(this IPage page, string user, string password = DemoPassword)
    {
        await page.GotoAsync("/");
        await page.GetByLabel("Имя пользователя").FillAsync(user);
        await page.GetByLabel("Пароль").FillAsync(password);
        var signInPage = page.Url;
        await page.GetByRole(AriaRole.Button, new() { Name = "Войти" }).ClickAsync();
        await page.WaitForURLAsync(url => url != signInPage);
    }

    /// <summary>A picture of the whole page in the folder that KVELL_SHOTS names.</summary>
    public static async Task ShootAsync(this IPage page, string name)
    {
        if (Shots is null)
            return;
        var file = Path.Combine(Shots, $"{FileNameUnsafe().Replace(name, "-")}.png");
        await page.ScreenshotAsync(new() { Path = file, FullPage = true, Animations = ScreenshotAnimations.Disabled });
    }

    [GeneratedRegex(@"[^\p{L}\p{N}._-]+")]
    private static partial Regex FileNameUnsafe();
}
