using Kvell.Tests.Browser;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Hosting;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.Pledges;

/// <summary>A repeat client's loan with two items, from the desk to the receipt, without a mouse.</summary>
public sealed class KeystrokesBrowserTests(BrowserFixture browser, KvellHost host) : BrowserTest(browser), IClassFixture<KvellHost>
{
    private const int Most = 60;

    private int _keystrokes;

    [Fact]
    public async Task Two_items_take_sixty_keystrokes_at_most_beside_the_text()
    {
        var page = await NewPageAsync(host.Address, "receiver");
        await page.OpenAsync("/");
        await PressAsync(page, "F2");
        await Expect(page.GetByLabel("Фамилия, телефон или паспорт")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("морозова");
        await page.GetByText("23.09.1993").WaitForAsync();
        await PressAsync(page, "Enter");
        await Expect(page.GetByLabel("Фамилия", new() { Exact = true })).ToBeFocusedAsync();
        await PressAsync(page, "Control+Enter");
        await Expect(page.GetByRole(AriaRole.Tab, new() { Name = "Анкета залогодателя" })).ToHaveAttributeAsync("aria-selected", "true");
        await PressAsync(page, "Control+Enter");
        await ItemAsync(page, 1, "бр", "8,00", "1500");
        await ItemAsync(page, 2, "ц", "5.5", "2500,50");
        await PressAsync(page, "Control+Enter");
        await Expect(page.GetByText("Наличные: 0 руб., Безналичные: 4\u00A0000,50 руб., Всего: 4\u00A0000,50 руб.")).ToBeVisibleAsync();
        await PressAsync(page, "Control+p");
        await Expect(page.Ticket(2)).ToContainTextAsync("ГП000000");
        await PressAsync(page, "F9");
        await Expect(page.GetByText("Все операции проведены")).ToBeVisibleAsync();
        await PressAsync(page, "F8");
        await Expect(page.GetByLabel("Номер карты")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(PayoutDesk.GoodCard);
        await Expect(page.OpenDialog()).ToContainTextAsync("Цифры сходятся");
        await PressAsync(page, "Tab");
        await PressAsync(page, "Space");
        await Expect(page.GetByLabel("сверено")).ToBeCheckedAsync();
        await PressAsync(page, "Control+Enter");
        await page.ExpectPaidAsync(1, paid: true);
        await page.ExpectPaidAsync(2, paid: true);
        await PressAsync(page, "F10");
        foreach (var ticket in new[] { 1, 2 })
            await Expect(page.Ticket(ticket).Locator("tr.t td").Nth(2)).ToContainTextAsync("Да");
        Assert.True(_keystrokes <= Most, $"{_keystrokes} keystrokes");
    }

    [Fact]
    public async Task The_sheet_of_keys_opens_by_a_question_mark_but_not_while_something_is_typed()
    {
        var page = await NewPageAsync(host.Address, "receiver");
        await page.OpenNewGroupAsync();
        var search = page.GetByLabel("Фамилия, телефон или паспорт");
        await Expect(search).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("?");
        await Expect(search).ToHaveValueAsync("?");
        await Expect(page.OpenDialog()).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Tab, new() { Name = "Залогодатель", Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Shift+?");
        await Expect(page.OpenDialog()).ToContainTextAsync("Пополнение карты клиента");
        await Expect(page.OpenDialog().GetByRole(AriaRole.Button, new() { Name = "Закрыть" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.OpenDialog()).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Lines_of_a_spreadsheet_are_pasted_into_the_grid()
    {
        var page = await NewPageAsync(host.Address, "receiver");
        await page.OpenNewGroupAsync();
        await page.ChooseMorozovaAsync();
        await page.OpenTabAsync("Перечень имущества");
        await PasteAsync(page, "Вид, предмет 1", "Цепь\t\tAg\t925\t10,5\t\t\t\t\t\t200\nкол\t\tAu\t585\t3.10\t\t\t\t\t\t1 500,50");
        await page.ValueAsync("Вид, предмет 2", "Кольцо");
        await page.ValueAsync("Сумма займа, предмет 2", "1\u00A0500,50");
        await page.ValueAsync("Билет, предмет 2", "2");
        await Expect(page.GetByLabel("Вид, предмет 3")).ToHaveValueAsync("");
        await PasteAsync(page, "Вид, предмет 3", "Цепь\t\tXx\t585");
        await Expect(page.GetByText("металла «Xx» нет в списке")).ToBeVisibleAsync();
        await page.ValueAsync("Вид, предмет 2", "Кольцо");
    }

    private static async Task PasteAsync(IPage page, string label, string text) => await page.GetByLabel(label, new() { Exact = true }).EvaluateAsync(
        """
        (cell, text) => { const data = new DataTransfer(); data.setData("text/plain", text); cell.focus();
                          cell.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })); }
        """,
        text);

    private async Task ItemAsync(IPage page, int number, string kind, string gross, string loan)
    {
        await Expect(page.GetByLabel($"Вид, предмет {number}")).ToBeFocusedAsync();
        string[] cells = [kind, "", "", "", gross, "", "", "", "", loan, ""];
        foreach (var cell in cells)
        {
            await page.Keyboard.TypeAsync(cell);
            await PressAsync(page, "Enter");
        }
    }

    private Task PressAsync(IPage page, string key)
    {
        _keystrokes++;
        return page.Keyboard.PressAsync(key);
    }
}
