using Microsoft.Playwright;
using Xunit;

namespace Kvell.Tests.Web.Look;

/// <summary>What is done without a mouse. Wherever the focus stops it must be seen.</summary>
internal static class KeyboardPage
{
    private const int MostStops = 60;

    /// <summary>
    /// The name of what has the focus, and whether the outline that only focus gives is there: on itself, or on the cell or
    /// label around it, within the window and in a colour of its own.
    /// </summary>
    private const string StopScript =
        """
        () => {
            const e = document.activeElement;
            const name = e.labels?.[0]?.innerText || e.getAttribute('aria-label') || e.innerText || e.tagName;
            const box = e.getBoundingClientRect();
            const isOutlined = [e, e.parentElement].some(x => {
                const s = getComputedStyle(x);
                return s.outlineStyle === 'solid' && parseFloat(s.outlineWidth) >= 2 && s.outlineColor !== s.backgroundColor;
            });
            const isInView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
            return { name: name.replace(/\s+/g, ' ').trim(), isSeen: isOutlined && isInView };
        }
        """;

    public static async Task<string> StopAsync(this IPage page)
    {
        var stop = await page.EvaluateAsync<Stop>(StopScript);
        Assert.True(stop.IsSeen, $"The focus on «{stop.Name}» is not to be seen.");
        return stop.Name;
    }

    /// <summary>Tab by tab to what begins with this name.</summary>
    public static async Task TabToAsync(this IPage page, string name)
    {
        var stops = new List<string>();
        while (stops.Count < MostStops)
        {
            await page.Keyboard.PressAsync("Tab");
            stops.Add(await page.StopAsync());
            if (stops[^1].StartsWith(name, StringComparison.Ordinal))
                return;
        }

        Assert.Fail($"«{name}» was not met on the way: {string.Join(", ", stops)}");
    }

    /// <summary>Types where the focus is, and sees it there.</summary>
    public static async Task TypeAsync(this IPage page, string text)
    {
        await page.StopAsync();
        await page.Keyboard.TypeAsync(text);
    }

    private sealed record Stop(string Name, bool IsSeen)
    {
        public Stop()
            : this("", false)
        {
        }
    }
}
