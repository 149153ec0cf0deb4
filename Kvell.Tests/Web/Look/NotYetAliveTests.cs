using Kvell.Domain.CardTopUps;
using Kvell.Infrastructure.Demo;
using Kvell.Tests.Architecture;
using Kvell.Tests.Browser;
using Xunit;

namespace Kvell.Tests.Web.Look;

/// <summary>
/// A page is drawn before its circuit is up. Until then nothing on it may look alive and do nothing: the browser runs no
/// script here, and so shows exactly that page.
/// </summary>
public sealed class NotYetAliveTests(BrowserFixture browser, LookHouse house) : BrowserTest(browser), IClassFixture<LookHouse>
{
    /// <summary>What may be pressed or typed into, but for plain forms, which need no circuit; and rows that invite a press.</summary>
    private const string AliveScript =
        """
        () => [...document.querySelectorAll('button, input:not([type=hidden]), select, textarea, [role=tab], tbody tr, label')]
            .filter(e => !e.closest('form[method=post]') && !e.readOnly && e.checkVisibility())
            .filter(e => e.matches('tr, label') ? getComputedStyle(e).cursor === 'pointer' : !e.matches(':disabled') || getComputedStyle(e).cursor === 'pointer')
            .map(e => `${e.outerHTML.slice(0, 160)}`)
        """;

    private IEnumerable<string> Addresses =>
    [
        $"/pledges/{house.PostedOperation}",
        "/", "/pledges", "/top-ups", $"/top-ups/{house.TopUps[TopUpState.Postponed]}", $"/top-ups/{house.TopUps[TopUpState.AwaitingCode]}",
        "/request-log", "/pledges/group", "/pledges/new", $"/pledges/new/{house.ByItself}", $"/pledges/group/{house.Ready}", $"/pledges/group/{house.Mixed}", $"/pledges/group/{house.Elsewhere}",
        $"/pledges/print/{house.Paid}", $"/pledges/receipts/{house.Paid}", $"/pledges/papers/{house.Paid}/consent", $"/top-ups/{house.TopUps[TopUpState.Completed]}/slip", $"/cash/print/{DemoAccounts.All[0].BranchId}/2022-10-24", "/cash", "/blanks", "/tariffs", "/tariffs?tab=caps", "/emulator", "/not-found", "/settings/policy", "/settings/general",
    ];

    /// <summary>Where only an administrator has anything to press.</summary>
    private static IEnumerable<string> AdministratorsAddresses =>
        ["/users", "/branches", "/branches/new", $"/branches/{DemoAccounts.All[0].BranchId}", $"/branches/{DemoAccounts.All[0].BranchId}?tab=kvell", "/settings/bank"];

    [Fact]
    public async Task Nothing_looks_alive_before_it_works()
    {
        Troubles.Expect("404");
        await NothingLooksAliveAsync("fullrights", Addresses);
        await NothingLooksAliveAsync("admin", AdministratorsAddresses);
    }

    [Fact]
    public void Every_page_with_a_circuit_is_among_them() => Assert.All(
        RouteOf.Pages.Where(page => !page.Value.StartsWith("/account/", StringComparison.Ordinal)),
        page => Assert.Contains(Addresses.Concat(AdministratorsAddresses), address => RouteOf.IsAt(page.Key, address)));

    /// <summary>The same pages come alive: the script isn't blind.</summary>
    [Fact]
    public async Task With_a_circuit_the_buttons_are_alive()
    {
        var page = await NewPageAsync(house.Host.Address, "fullrights");
        foreach (var address in new[] { "/", "/top-ups", $"/pledges/group/{house.Ready}" })
        {
            await page.OpenAsync(address);
            Assert.NotEmpty(await page.EvaluateAsync<string[]>(AliveScript));
        }
    }

    private async Task NothingLooksAliveAsync(string user, IEnumerable<string> addresses)
    {
        var page = await NewPageAsync(house.Host.Address, user, new() { JavaScriptEnabled = false });
        foreach (var address in addresses)
        {
            await page.GotoAsync(address);
            Assert.Equal(0, await page.Locator("[data-interactive=true]").CountAsync());
            Findings.None(await page.EvaluateAsync<string[]>(AliveScript));
        }
    }
}
