using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Kvell.Tests.Browser;

/// <summary>Findings about a page as text, so that <c>Assert.Empty</c> shows them.</summary>
public static class PageChecks
{
    /// <summary>
    /// Looks at the page and at each box that hides or scrolls what is too wide for it, for the application's frame hides all.
    /// A region made to be scrolled sideways says so by its class, a cell cut short by its title; fields scroll by nature.
    /// </summary>
    private const string OverflowScript =
        """
        async () => {
            await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
            const isMeant = e => e.clientWidth <= 1 || e instanceof SVGElement || e.matches('input, select, textarea, .scroll, td[title]');
            const boxes = [document.documentElement, ...document.querySelectorAll('body *')].filter(e => e.scrollWidth > e.clientWidth + 1
                && (e === document.documentElement || getComputedStyle(e).overflowX !== 'visible') && !isMeant(e));
            const root = document.documentElement;
            const below = document.querySelector('.app') && root.scrollHeight > root.clientHeight + 1
                ? [`the frame scrolls to ${root.scrollHeight} of ${root.clientHeight} px downwards`] : [];
            const panels = [...document.querySelectorAll('.panel')].flatMap(panel => [...panel.querySelectorAll('*')]
                .filter(e => e.checkVisibility() && !e.closest('.scroll') && !boxes.some(box => box !== document.documentElement && box.contains(e))
                    && getComputedStyle(e).position !== 'absolute' && e.getBoundingClientRect().right > panel.getBoundingClientRect().right + 1)
                .slice(0, 3).map(e => `${e.tagName.toLowerCase()}.${[...e.classList].join('.')} sticks out of its panel: ${e.textContent.trim().slice(0, 40)}`));
            return below.concat(panels).concat(boxes.flatMap(box => {
                const edge = box.getBoundingClientRect().left + box.clientLeft + box.clientWidth;
                const wide = [...box.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > edge + 0.5);
                const innermost = wide.filter(e => ![...e.children].some(c => wide.includes(c)));
                const name = e => `${e.tagName.toLowerCase()}.${[...e.classList].join('.')}`;
                return innermost.slice(0, 5).map(e =>
                    `${name(e)} reaches ${Math.round(e.getBoundingClientRect().right)} of ${Math.round(edge)} px in ${name(box)}: ${e.textContent.trim().slice(0, 40)}`)
                    .concat(innermost.length ? [] : [`${name(box)} scrolls to ${box.scrollWidth} of ${box.clientWidth} px`]);
            }));
        }
        """;

    /// <summary>What passed is not described, which takes most of axe's time.</summary>
    private static readonly HashSet<ResultType> OnlyViolations = [ResultType.Violations];

    /// <summary>What axe finds: a line for each rule and place.</summary>
    public static async Task<IReadOnlyList<string>> AxeFindingsAsync(this IPage page)
    {
        var result = await page.RunAxe(new AxeRunOptions { ResultTypes = OnlyViolations });
        return [.. result.Violations.SelectMany(Lines)];
    }

    /// <summary>What axe finds in colours alone: all that another theme can change.</summary>
    public static async Task<IReadOnlyList<string>> ColourFindingsAsync(this IPage page)
    {
        var result = await page.RunAxe(new AxeRunOptions { ResultTypes = OnlyViolations, RunOnly = RunOnlyOptions.Rules("color-contrast", "link-in-text-block") });
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
