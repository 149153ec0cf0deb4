using Kvell.Tests.Browser;
using Kvell.Tests.Hosting;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.Web;

public sealed class HeadingFocusTests(BrowserFixture browser, KvellHost host) : BrowserTest(browser), IClassFixture<KvellHost>
{
    /// <summary>What a slow line brings late.</summary>
    private const string CallThatComesLate = "() => import('./js/kvell.js').then(frame => frame.focusHeading())";

    [Fact]
    public async Task A_page_begins_at_its_heading_by_a_link_and_by_back()
    {
        var page = await NewPageAsync(host.Address, "fullrights");
        await page.OpenAsync("/request-log");
        var heading = page.Locator("h1");
        await Expect(heading).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Пополнение карты клиента" }).First.ClickAsync();
        await Expect(page).ToHaveURLAsync(new Uri(host.Address, "/top-ups").ToString());
        await Expect(heading).ToBeFocusedAsync();
        await page.GoBackAsync();
        await Expect(heading).ToContainTextAsync("Логирование");
        await Expect(heading).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData("Поиск")]
    [InlineData("Найти: билет, документ, клиент, транзакция")]
    public async Task Whoever_types_already_keeps_the_caret(string label)
    {
        var page = await NewPageAsync(host.Address, "fullrights");
        await page.OpenAsync("/request-log");
        await Expect(page.Locator("h1")).ToBeFocusedAsync();
        var field = page.GetByLabel(label);
        await field.PressSequentiallyAsync("00");
        await page.EvaluateAsync(CallThatComesLate);
        await Expect(field).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_caret_in_a_field_of_the_page_is_left_there_whoever_put_it()
    {
        var page = await NewPageAsync(host.Address, "fullrights");
        await page.OpenAsync("/request-log");
        await Expect(page.Locator("h1")).ToBeFocusedAsync();
        await page.GetByLabel("Поиск").FocusAsync();
        await page.EvaluateAsync(CallThatComesLate);
        await Expect(page.GetByLabel("Поиск")).ToBeFocusedAsync();
    }
}
