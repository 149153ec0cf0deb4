using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Kvell.Tests.Browser;

/// <summary>Findings about a page as text, so that <c>Assert.Empty</c> shows them.</summary>
public static class PageChecks
{
    private const string OverflowScript =
        """
        async () => {
            await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
            const width = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= width) return [];
            const wide = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > width + 0.5);
            const innermost = wide.filter(e => ![...e.children].some(c => wide.includes(c)));
            return innermost.slice(0, 10).map(e =>
                `${e.tagName.toLowerCase()}.${[...e.classList].join('.')} reaches ${Math.round(e.getBoundingClientRect().right)} of ${width} px: ${e.textContent.trim().slice(0, 40)}`)
                .concat(innermost.length ? [] : [`the page scrolls to ${document.documentElement.scrollWidth} of ${width} px`]);
        }
        """;

    /// <summary>What axe finds: a line for each rule and place.</summary>
    public static async Task<IReadOnlyList<string>> AxeFindingsAsync(this IPage page)
    {
        var result = await page.RunAxe();
        return [.. result.Violations.SelectMany(Lines)];
    }

    /// <summary>What sticks out to the right when the window is that wide.</summary>
    public static async Task<IReadOnlyList<string>> OverflowAtAsync(this IPage page, int width)
    {
        await page.SetViewportSizeAsync(width, page.ViewportSize?.Height ?? 900);
        return await page.EvaluateAsync<string[]>(OverflowScript);
    }

    private static IEnumerable<string> Lines(AxeResultItem rule) =>
        rule.Nodes.Select(node => $"{rule.Id} ({rule.Impact}): {rule.Help} at {node.Target}: {node.Html}");
}
