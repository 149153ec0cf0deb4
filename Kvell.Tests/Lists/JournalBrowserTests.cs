using Kvell.Domain.CardTopUps;
using Kvell.Tests.Browser;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.Lists;

/// <summary>The two journals as people use them; one host with a day's documents for all tests.</summary>
public sealed class JournalBrowserTests(BrowserFixture browser, JournalHouse house) : BrowserTest(browser), IClassFixture<JournalHouse>
{
    [Fact]
    public async Task A_journal_is_sorted_by_its_headers_and_turned_and_the_address_holds_it_all()
    {
        var page = await OpenAsync("/top-ups", "fullrights");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(50);
        await Expect(Header(page, "Дата")).ToHaveAttributeAsync("aria-sort", "descending");
        await page.GetByRole(AriaRole.Button, new() { Name = "Сумма" }).ClickAsync();
        await Expect(Header(page, "Сумма")).ToHaveAttributeAsync("aria-sort", "descending");
        await Expect(page.Locator("[aria-sort]")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Сумма" }).ClickAsync();
        await Expect(Header(page, "Сумма")).ToHaveAttributeAsync("aria-sort", "ascending");
        await Expect(page.Locator("tbody tr").First).ToContainTextAsync("1 001,00");

        await page.GetByRole(AriaRole.Button, new() { Name = "Вперёд" }).ClickAsync();
        await Expect(page.Locator("tbody tr").First).ToContainTextAsync("1 051,00");
        var copied = page.Url;
        await page.GoBackAsync();
        await Expect(page.Locator("tbody tr").First).ToContainTextAsync("1 001,00");
        await page.GoForwardAsync();
        await Expect(page.Locator("tbody tr").First).ToContainTextAsync("1 051,00");

        await page.OpenAsync(copied);
        await Expect(page.Locator("tbody tr").First).ToContainTextAsync("1 051,00");
        await Expect(Header(page, "Сумма")).ToHaveAttributeAsync("aria-sort", "ascending");
        await page.GetByRole(AriaRole.Button, new() { Name = "Назад" }).ClickAsync();
        await Expect(page.Locator("tbody tr").First).ToContainTextAsync("1 001,00");
    }

    [Fact]
    public async Task A_journal_is_searched_and_a_row_opened_by_keys_alone()
    {
        var page = await OpenAsync("/top-ups", "receiver");
        await page.Keyboard.PressAsync("Control+f");
        await page.Keyboard.TypeAsync(house.LastNumber[^2..]);
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Link, new() { Name = house.LastNumber }).First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync($"Пополнение карты клиента {house.LastNumber}");
        await page.GoBackAsync();
        await Expect(page.GetByLabel("Поиск")).ToHaveValueAsync(house.LastNumber[^2..]);
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_state_is_filtered_and_a_change_by_another_is_seen_at_once()
    {
        var page = await OpenAsync("/top-ups?state=New&sort=-amount", "receiver");
        var before = await page.Locator("tbody tr").CountAsync();
        Assert.NotEqual(0, before);
        await Expect(page.GetByLabel("Состояние")).ToHaveValueAsync("New");
        await house.MakeAsync(1, 7777);
        await Expect(page.Locator("tr.live")).ToContainTextAsync("7 777,00");
        await page.GetByLabel("Состояние").SelectOptionAsync("Declined");
        await Expect(page.GetByText("Ничего не найдено")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Сбросить отбор" }).ClickAsync();
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(50);
    }

    [Fact]
    public async Task Branches_are_offered_to_whom_sees_several_and_a_foreign_one_in_the_address_shows_nothing()
    {
        var office = await OpenAsync("/pledges", "admin");
        await office.GetByLabel("Филиал").SelectOptionAsync(new SelectOptionValue { Label = "Ломбард №2" });
        await Expect(office.GetByText("Ничего не найдено")).ToBeVisibleAsync();
        var foreign = new Uri(office.Url).PathAndQuery;
        await office.GetByLabel("Филиал").SelectOptionAsync(new SelectOptionValue { Label = "Ломбард №1" });
        await Expect(office.Locator("tbody tr")).ToHaveCountAsync(50);
        var first = new Uri(office.Url).PathAndQuery;

        var receiver = await OpenAsync(foreign, "receiver");
        await Expect(receiver.GetByText("Ничего не найдено")).ToBeVisibleAsync();
        await Expect(receiver.GetByLabel("Филиал")).ToHaveCountAsync(0);
        var stranger = await OpenAsync(first, "receiver2");
        await Expect(stranger.GetByText("Ничего не найдено")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_operation_opens_from_its_row_and_follows_its_payout()
    {
        var page = await OpenAsync("/pledges?sort=number", "receiver");
        await page.GetByRole(AriaRole.Link, new() { Name = house.LastNumber }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync($"Операция по залогу {house.LastNumber} от");
        foreach (var words in new[] { "Залог", "Наличные: 0 руб., Безналичные:", "Тарифы", "Перечень имущества", "Провёл" })
            await Expect(page.GetByText(words).First).ToBeVisibleAsync();
        await Expect(page.GetByText("Новый")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("F8");
        await Expect(page.OpenDialog()).ToContainTextAsync("Выбор карты");
        await page.OpenDialog().GetByRole(AriaRole.Button, new() { Name = "Отмена", Exact = true }).ClickAsync();
        await Expect(page.OpenDialog()).ToHaveCountAsync(0);

        await house.CompleteLastAsync();
        await Expect(page.GetByText("Деньги на карте клиента.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = $"{house.LastNumber} от" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Пополнение карты клиента");
    }

    private static ILocator Header(IPage page, string name) => page.GetByRole(AriaRole.Columnheader, new() { Name = name, Exact = true });

    private async Task<IPage> OpenAsync(string path, string user)
    {
        var page = await NewPageAsync(house.Host.Address, user);
        await page.OpenAsync(path);
        return page;
    }
}
