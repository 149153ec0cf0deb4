using Kvell.Tests.Browser;
using Kvell.Tests.Hosting;
using Microsoft.Playwright;
using Xunit;

namespace Kvell.Tests.Pledges;

public sealed class WizardLookTests(BrowserFixture browser, KvellHost host) : BrowserTest(browser), IClassFixture<KvellHost>
{
    private static readonly int[] Widths = [1440, 1280, 1024];

    /// <summary>Four tabs, axe in each, in each theme: longer than five seconds by what is measured.</summary>
    [Theory]
    [InlineData("Тёмная тема")]
    [InlineData(null)]
    public async Task Every_tab_is_accessible_and_fits(string? theme)
    {
        var page = await NewPageAsync(host.Address, "receiver");
        await page.OpenNewGroupAsync();
        if (theme is not null)
            await page.GetByRole(AriaRole.Button, new() { Name = theme }).ClickAsync();
        await page.ChooseMorozovaAsync();
        await page.GetByLabel("Номер", new() { Exact = true }).FillAsync("12345");
        await page.OpenTabAsync("Анкета залогодателя");
        await page.OpenTabAsync("Залогодатель");
        await DemandAsync(page, "Залогодатель");
        await page.GetByLabel("Номер", new() { Exact = true }).FillAsync("640127");
        await page.OpenTabAsync("Анкета залогодателя");
        await DemandAsync(page, "Анкета залогодателя");
        await page.OpenTabAsync("Перечень имущества");
        await page.AddItemAsync(1, "Цепь", "2,05", "5000");
        await page.AddItemAsync(2, "Кольцо", "1,62", "3300");
        await DemandAsync(page, "Перечень имущества");
        await page.GetByLabel("Сумма займа, предмет 1").FillAsync("4200");
        await page.OpenTabAsync("Оформление документов");
        await page.GetByText("Список билетов").WaitForAsync();
        await DemandAsync(page, "Оформление документов");
    }

    private static async Task DemandAsync(IPage page, string tab)
    {
        await page.GetByRole(AriaRole.Tabpanel, new() { Name = tab, Exact = true }).WaitForAsync();
        Assert.Empty(await page.AxeFindingsAsync());
        foreach (var width in Widths)
            Assert.Empty(await page.OverflowAtAsync(width));
    }
}
