using System.Text.RegularExpressions;
using Kvell.Infrastructure.Demo;
using Kvell.Tests.Browser;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Hosting;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.Pledges;

/// <summary>Figure 5 of the customer's document, walked in a browser at its own moment, word for word.</summary>
public sealed class SeedReplayTests(BrowserFixture browser, SeedDays days) : BrowserTest(browser), IClassFixture<SeedDays>
{
    [Fact]
    public async Task Figure_5_word_for_word()
    {
        var page = await NewPageAsync(days.OfFigure5.Address, "receiver");
        await page.OpenNewGroupAsync();
        await page.ChooseMorozovaAsync();
        await page.OpenTabAsync("Перечень имущества");
        await page.AddItemAsync(1, "Браслет", "2", "1");
        await page.ValueAsync("Металл, предмет 1", "Au");
        await page.ValueAsync("Проба, предмет 1", "585");
        await page.OpenTabAsync("Оформление документов");

        await Expect(page.GetByText("Количество чистых бланков: 138")).ToBeVisibleAsync();
        await page.ValueAsync("№ бланка", "ГП00000063");
        await Expect(page.GetByLabel("Дата", new() { Exact = true })).ToHaveValueAsync(new Regex(@"^24\.10\.2022 12:(19|2\d):\d\d$"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Печать: Билет №01" }).ClickAsync();
        await Expect(page.GetByText("Количество чистых бланков: 137")).ToBeVisibleAsync();
        await ExpectRowAsync(page, "Билет №01", "1,00\u00A0₽", "ГП00000063", "Нет", "Нет");
        await Expect(page.GetByText("Наличные: 0 руб., Безналичные: 1 руб., Всего: 1 руб.", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Безналичные 1,00", Exact = true })).ToBeVisibleAsync();
        await ExpectTariffAsync(
            page,
            "От 25.10.2022 до 22.11.2022 (29 дней) 0,30% в день 0 руб/день 0,000% в год",
            "От 23.11.2022 до 23.12.2022 (31 день) 0,20% в день 0 руб/день 0,000% в год",
            "От 24.12.2022 до 25.10.2023 (306 дней) 0,20% в день 0 руб/день 0,000% в год");
        await Expect(page.Locator("ol.items li")).ToHaveTextAsync([new Regex(@"^1\s*Браслет, Au 585, общий вес 2, сумма\sзайма\s1$")]);

        await page.PostAsync();
        await page.PayAsync(PayoutDesk.GoodCard);
        await page.ExpectPaidAsync(1, paid: true);
        await Expect(page.Locator(".cardmask")).ToHaveTextAsync("220000******0004");
        await ExpectRowAsync(page, "Билет №01", "1,00\u00A0₽", "ГП00000063", "Нет", "Да");
    }

    [Fact]
    public async Task Loans_of_other_days_have_the_dates_of_their_own()
    {
        var page = await NewPageAsync(days.Later.Address, "receiver");
        await page.OpenNewGroupAsync();
        await page.OpenTabAsync("Оформление документов");
        await ExpectTariffAsync(
            page,
            "От 16.01.2024 до 13.02.2024 (29 дней) 0,30% в день 0 руб/день 0,000% в год",
            "От 14.02.2024 до 15.03.2024 (31 день) 0,20% в день 0 руб/день 0,000% в год",
            "От 16.03.2024 до 15.01.2025 (306 дней) 0,20% в день 0 руб/день 0,000% в год");
        await page.GetByLabel("Дата", new() { Exact = true }).FillAsync("310123");
        await ExpectTariffAsync(
            page,
            "От 01.02.2023 до 01.03.2023 (29 дней) 0,30% в день 0 руб/день 0,000% в год",
            "От 02.03.2023 до 01.04.2023 (31 день) 0,20% в день 0 руб/день 0,000% в год",
            "От 02.04.2023 до 01.02.2024 (306 дней) 0,20% в день 0 руб/день 0,000% в год");
    }

    private static Task ExpectRowAsync(IPage page, params string[] cells) =>
        Expect(page.Locator(".tickets tr.t").First.Locator("th, td")).ToContainTextAsync(cells);

    /// <summary>As a person reads it: one space wherever the page has a gap.</summary>
    private static Task ExpectTariffAsync(IPage page, params string[] lines) => Expect(page.Locator("ul.tariff li")).ToHaveTextAsync(
        lines.Select(line => new Regex($"^\\s*{string.Join("\\s*", Regex.Split(line, " ").Select(Regex.Escape))}\\s*$")));
}

/// <summary>The demo, started at the document's moment and at a later one.</summary>
public sealed class SeedDays : IAsyncLifetime
{
    public KvellHost OfFigure5 { get; } = At("2022-10-24T12:19:10+03:00");

    public KvellHost Later { get; } = At("2024-01-15T12:19:10+03:00");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await OfFigure5.DisposeAsync();
        await Later.DisposeAsync();
    }

    private static KvellHost At(string now) => new(new KvellHostOptions { Settings = new Dictionary<string, string> { [DemoOptions.NowKey] = now } });
}
