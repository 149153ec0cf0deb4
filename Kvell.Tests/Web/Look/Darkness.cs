using Kvell.Web.Components.Theme;
using Microsoft.Playwright;

namespace Kvell.Tests.Web.Look;

internal static class Darkness
{
    /// <summary>By the button, under an open dialog too; where there is none, or no server hears it, as the cookie would.</summary>
    public static async Task DarkenAsync(this IPage page)
    {
        var button = page.GetByRole(AriaRole.Button, new() { Name = "Тёмная тема", IncludeHidden = true });
        if (await button.IsVisibleAsync() && !await page.Locator("dialog[open]").IsVisibleAsync())
            await button.DispatchEventAsync("click");
        else
            await page.EvaluateAsync($"() => document.documentElement.classList.add('{KvellTheme.DarkClass}')");
        await page.WaitForFunctionAsync($"() => document.documentElement.classList.contains('{KvellTheme.DarkClass}')");
    }
}
