using Kvell.Tests.Browser;
using Kvell.Tests.Hosting;
using Kvell.Tests.Web.Look;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.Web;

/// <summary>What the layout does beside a page must not take the page with it when the database fails.</summary>
public sealed class CircuitFaultTests(BrowserFixture browser) : BrowserTest(browser)
{
    [Fact]
    public async Task A_page_goes_on_when_the_users_payouts_can_not_be_read()
    {
        var outage = new Outage();
        await using var host = new KvellHost(new KvellHostOptions { Services = services => services.AddSingleton<IInterceptor>(outage) });
        var page = await NewPageAsync(host.Address, "receiver");
        using (outage.Of("\"TopUpAttempts\""))
        {
            await page.OpenAsync("/pledges");
            await page.GetByRole(AriaRole.Link, new() { Name = "Рабочий стол" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Рабочий стол" })).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Тёмная тема" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Светлая тема" })).ToBeVisibleAsync();
        }

        await page.Context.CloseAsync();
    }
}
