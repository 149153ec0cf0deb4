using Deque.AxeCore.Commons;
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

    /// <summary>
    /// By axe itself, in the page: Deque's wrapper for Playwright opens an empty page, and so a process, for each look, to put frames
    /// together, and no page here has any. What passed is not described, which takes most of axe's time.
    /// </summary>
    private const string AxeScript =
        """
        async rules => {
            const only = rules.length ? { runOnly: { type: 'rule', values: rules } } : {};
            const { violations } = await axe.run(document, { resultTypes: ['violations'], ...only });
            return violations.flatMap(rule => rule.nodes.map(node => `${rule.id} (${rule.impact}): ${rule.help} at ${node.target}: ${node.html}`));
        }
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>What axe finds: a line for each rule and place.</summary>
    public static Task<IReadOnlyList<string>> AxeFindingsAsync(this IPage page) => LookAsync(page);

    /// <summary>What axe finds in colours alone: all that another theme can change.</summary>
    public static Task<IReadOnlyList<string>> ColourFindingsAsync(this IPage page) => LookAsync(page, "color-contrast", "link-in-text-block");

    /// <summary>What sticks out to the right when the window is that wide.</summary>
    public static async Task<IReadOnlyList<string>> OverflowAtAsync(this IPage page, int width)
    {
        await page.SetViewportSizeAsync(width, page.ViewportSize?.Height ?? 900);
        return await page.EvaluateAsync<string[]>(OverflowScript);
    }

    private static async Task<IReadOnlyList<string>> LookAsync(IPage page, params string[] rules)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>(AxeScript, rules);
    }
}
