using Kvell.Tests.Architecture;
using Kvell.Tests.Browser;
using Kvell.Web.Account;
using Microsoft.Playwright;
using Xunit;

namespace Kvell.Tests.Web.Look;

/// <summary>Every screen in every state: axe finds nothing in either theme, nothing sticks out, nothing is said in the console.</summary>
public sealed class LookTests(BrowserFixture browser, LookHouse house) : BrowserTest(browser), IClassFixture<LookHouse>
{
    private static readonly int[] Widths = [1440, 1280, 1024];

    public static TheoryData<string> Sights { get; } = new(Sight.All.Select(sight => sight.Name));

    [Theory]
    [MemberData(nameof(Sights))]
    public async Task It_is_accessible_and_fits(string name)
    {
        var sight = Sight.All.Single(known => known.Name == name);
        foreach (var trouble in sight.Troubles)
            Troubles.Expect(trouble);
        var page = await NewPageAsync(house.Host.Address, sight.User);
        await sight.OpenAsync(house, page);
        await DemandShownAsync(page, sight.Shows);
        Findings.None(await page.AxeFindingsAsync());
        foreach (var width in Widths)
        {
            Findings.None(await page.OverflowAtAsync(width));
            await page.ShootAsync($"{name}-{width}");
        }

        await page.DarkenAsync();
        Findings.None(await page.ColourFindingsAsync());
        await page.ShootAsync($"{name}-dark");
    }

    /// <summary>A sight shows what it says: its dialog, or the page of its address. The status page stands at any address.</summary>
    private static async Task DemandShownAsync(IPage page, string shown)
    {
        var isDialog = shown.EndsWith("Dialog", StringComparison.Ordinal);
        Assert.Equal(isDialog ? 1 : 0, await page.GetByRole(AriaRole.Dialog).CountAsync());
        if (!isDialog && shown != nameof(StatusPage))
            Assert.True(RouteOf.IsAt(shown, new Uri(page.Url).AbsolutePath), $"{shown} is not at {page.Url}");
    }
}
