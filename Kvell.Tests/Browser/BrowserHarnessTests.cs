using Microsoft.Playwright;
using Xunit;

namespace Kvell.Tests.Browser;

/// <summary>The harness finds what it promises to find.</summary>
public sealed class BrowserHarnessTests(BrowserFixture browser) : BrowserTest(browser)
{
    [Fact]
    public async Task A_user_signs_in_once_and_is_known_on_every_page_after()
    {
        await using var site = await TinySite.StartAsync();
        var first = await NewPageAsync(site.Address, "receiver");
        var second = await NewPageAsync(site.Address, "receiver");
        await first.GotoAsync("/");
        await second.GotoAsync("/");

        await Assertions.Expect(first.GetByText("Здравствуйте, receiver")).ToBeVisibleAsync();
        await Assertions.Expect(second.GetByText("Здравствуйте, receiver")).ToBeVisibleAsync();
        Assert.Equal(1, site.SignIns);
    }

    [Theory]
    [InlineData("<script>console.error('плохо')</script>", "console: плохо")]
    [InlineData("<script>setTimeout(() => { throw new Error('сломано') })</script>", "uncaught: Error: сломано")]
    [InlineData("<img alt='' src='/gone.png'>", "request: 404 GET")]
    public async Task A_page_in_trouble_is_noticed(string body, string trouble)
    {
        await using var site = await TinySite.StartAsync(("/faulty", TinySite.Page(body)));
        var page = await NewPageAsync(site.Address);
        await page.GotoAsync("/faulty", new() { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.Contains(Troubles.Unexpected, found => found.StartsWith(trouble, StringComparison.Ordinal));
        Assert.Throws<InvalidOperationException>(Troubles.Demand);
        Troubles.Expect("плохо");
        Troubles.Expect("сломано");
        Troubles.Expect("404");
        Troubles.Demand();
    }

    [Fact]
    public async Task A_cut_connection_to_the_site_is_noticed_and_a_left_page_is_not()
    {
        await using var site = await TinySite.StartAsync(("/quiet", TinySite.Page("")));
        var page = await NewPageAsync(site.Address);
        await page.GotoAsync("/quiet");
        Troubles.Demand();

        await page.Context.RouteAsync("**/cut", route => route.AbortAsync("connectionreset"));
        await page.EvaluateAsync("() => fetch('/cut').catch(() => null)");
        Assert.Contains(Troubles.Unexpected, found => found.StartsWith("request: net::ERR_CONNECTION_RESET", StringComparison.Ordinal));
        Troubles.Expect("ERR_CONNECTION_RESET");
    }

    [Fact]
    public async Task Opening_waits_until_the_page_is_interactive()
    {
        const string Late = "<div id='shell' data-interactive='false'></div><script>setTimeout(() => shell.dataset.interactive = 'true', 150)</script>";
        await using var site = await TinySite.StartAsync(("/late", TinySite.Page(Late)));
        var page = await NewPageAsync(site.Address);
        await page.OpenAsync("/late");
        Assert.Equal("true", await page.Locator("#shell").GetAttributeAsync("data-interactive"));
    }

    [Fact]
    public async Task What_sticks_out_is_named_at_the_width_where_it_does()
    {
        await using var site = await TinySite.StartAsync(("/wide", TinySite.Page("<p class='long' style='width:1100px'>Широко</p>")));
        var page = await NewPageAsync(site.Address);
        await page.GotoAsync("/wide");
        Assert.Empty(await page.OverflowAtAsync(1280));
        Assert.Contains("p.long", Assert.Single(await page.OverflowAtAsync(1024)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Axe_passes_a_sound_page_and_names_the_fault_of_another()
    {
        await using var site = await TinySite.StartAsync(
            ("/sound", TinySite.Page("<label>Карта <input></label>")), ("/faulty", TinySite.Page("<input>")));
        var page = await NewPageAsync(site.Address);
        await page.GotoAsync("/sound");
        Assert.Empty(await page.AxeFindingsAsync());
        await page.GotoAsync("/faulty");
        Assert.StartsWith("label (Critical)", Assert.Single(await page.AxeFindingsAsync()), StringComparison.OrdinalIgnoreCase);
    }
}
