using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Persistence;
using Kvell.Tests.Browser;
using Kvell.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.Pledges;

public sealed class WizardBrowserTests(BrowserFixture browser, KvellHost host) : BrowserTest(browser), IClassFixture<KvellHost>
{
    [Fact]
    public async Task Hands_stay_on_the_keyboard_from_the_first_field_to_posting()
    {
        var page = await NewPageAsync(host.Address, "receiver");
        await page.OpenNewGroupAsync();
        await Expect(page.GetByLabel("Фамилия, телефон или паспорт")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("морозова");
        await page.GetByText("23.09.1993").WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("Фамилия", new() { Exact = true })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByRole(AriaRole.Tab, new() { Name = "Анкета залогодателя" })).ToHaveAttributeAsync("aria-selected", "true");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByLabel("Вид, предмет 1")).ToBeFocusedAsync();
        string?[] cells = ["бр", "", null, null, "3,10", "", "", "", "", "1", null];
        foreach (var cell in cells)
        {
            await page.Keyboard.TypeAsync(cell ?? "");
            await page.Keyboard.PressAsync("Enter");
        }

        await Expect(page.GetByLabel("Вид, предмет 2")).ToBeFocusedAsync();
        await page.ValueAsync("Вид, предмет 1", "Браслет");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByText("Наличные: 0 руб., Безналичные: 1 руб., Всего: 1 руб.")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("F9");
        await Expect(page.GetByText("Все операции проведены")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Дата", new() { Exact = true })).Not.ToBeEditableAsync();
    }

    [Fact]
    public async Task A_row_is_repeated_and_deleted_by_keys_and_Esc_brings_back_what_was_there()
    {
        var page = await NewPageAsync(host.Address, "receiver");
        await page.OpenNewGroupAsync();
        await page.OpenTabAsync("Перечень имущества");
        await page.AddItemAsync(1, "Цепь", "2,05", "4200");
        await page.GetByLabel("Общий вес, предмет 1").FocusAsync();
        await page.Keyboard.PressAsync("Control+d");
        await Expect(page.GetByLabel("Вид, предмет 2")).ToBeFocusedAsync();
        await page.ValueAsync("Вид, предмет 2", "Цепь");
        await Expect(page.GetByLabel("Билет, предмет 2")).ToHaveValueAsync("2");
        await page.GetByLabel("Общий вес, предмет 2").FocusAsync();
        await page.Keyboard.TypeAsync("9,99");
        await page.Keyboard.PressAsync("Escape");
        await page.ValueAsync("Общий вес, предмет 2", "2,05");
        await page.Keyboard.PressAsync("Control+Delete");
        await Expect(page.GetByText("Итого: 1 предмет, 1 билет")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_wrong_field_is_said_at_the_field_and_a_link_leads_to_it()
    {
        var page = await NewPageAsync(host.Address, "receiver");
        await page.OpenNewGroupAsync();
        await page.ChooseMorozovaAsync();
        var number = page.GetByLabel("Номер", new() { Exact = true });
        await number.FillAsync("12345");
        await page.GetByLabel("Адрес").FocusAsync();
        await Expect(number).ToHaveAccessibleDescriptionAsync("Нужно 6 цифр, введено 5");
        await page.GetByRole(AriaRole.Link, new() { Name = "Номер" }).ClickAsync();
        await Expect(number).ToBeFocusedAsync();
        await Expect(number).ToHaveValueAsync("12345");
        await page.OpenTabAsync("Оформление документов");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Провести" })).ToBeDisabledAsync();
        await Expect(page.GetByText("Сначала заполните залогодателя")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_second_window_says_so_and_takes_over_without_losing_what_was_typed()
    {
        var first = await NewPageAsync(host.Address, "receiver");
        await first.OpenNewGroupAsync();
        await first.GetByLabel("Фамилия", new() { Exact = true }).FillAsync("Кузнецов");
        var second = await NewPageAsync(host.Address, "receiver");
        await second.OpenAsync(first.Url);
        await Expect(second.GetByText("Черновик открыт в другом окне: Петрова Анна Сергеевна.")).ToBeVisibleAsync();
        await Expect(second.GetByLabel("Фамилия", new() { Exact = true })).Not.ToBeEditableAsync();
        await second.GetByRole(AriaRole.Button, new() { Name = "Продолжить здесь" }).ClickAsync();
        await Expect(first.GetByText("Черновик открыт в другом окне.")).ToBeVisibleAsync();
        await second.ValueAsync("Фамилия", "Кузнецов");
        await second.GetByLabel("Имя", new() { Exact = true }).FillAsync("Пётр");
        await Expect(first.GetByLabel("Имя", new() { Exact = true })).Not.ToBeEditableAsync();
    }

    [Fact]
    public async Task A_double_click_posts_once()
    {
        var page = await NewPageAsync(host.Address, "receiver");
        await page.OpenNewGroupAsync();
        await page.ChooseMorozovaAsync();
        await page.OpenTabAsync("Перечень имущества");
        await page.AddItemAsync(1, "Цепь", "2,05", "4200");
        await page.AddItemAsync(2, "Кольцо", "1,62", "3300");
        await page.OpenTabAsync("Оформление документов");
        await page.GetByRole(AriaRole.Button, new() { Name = "Провести" }).DblClickAsync();
        await Expect(page.GetByText("Все операции проведены")).ToBeVisibleAsync();
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<KvellDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var draftId = Guid.Parse(page.Url[^36..]);
        Assert.Equal(2, await db.Set<PledgeOperation>().CountAsync(operation => operation.DraftId == draftId, TestContext.Current.CancellationToken));
    }
}
