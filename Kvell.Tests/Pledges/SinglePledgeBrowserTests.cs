using System.Text.RegularExpressions;
using Kvell.Tests.Browser;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Hosting;
using Kvell.Tests.Receipts;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.Pledges;

/// <summary>«Операция по залогу» without the group wizard, under both settings of «Печать чека по кнопке, а не при проведении».</summary>
public sealed class SinglePledgeBrowserTests(BrowserFixture browser, KvellHost host) : BrowserTest(browser), IClassFixture<KvellHost>
{
    [Fact]
    public async Task By_the_button_it_is_posted_paid_to_the_card_and_then_its_receipt_is_printed()
    {
        await host.PrintReceiptByButtonAsync(true);
        var page = await NewPageAsync(host.Address, "receiver");
        await OpenNewAsync(page);
        await page.ChooseMorozovaAsync();
        await page.OpenTabAsync("Перечень имущества");
        await page.AddItemAsync(1, "Браслет", "8,00", "4200");
        await page.AddItemAsync(2, "Цепь", "8,00", "3300");
        await Expect(page.GetByLabel("Билет, предмет 2").Locator("option")).ToHaveTextAsync(["Билет №01"]);
        await page.OpenTabAsync("Оформление документов");
        await page.PressTopUpAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Провести");
        await PostAsync(page);

        await page.PayAsync(PayoutDesk.GoodCard);
        await Expect(page.GetByText("Деньги на карте клиента. Пробейте чек.")).ToBeVisibleAsync();
        await (await PaperAsync(page, "Печать чека")).CloseAsync();
        var history = page.GetByRole(AriaRole.Table, new() { Name = "История операции" });
        foreach (var (row, (what, who)) in new[] { ("Проведена", "Петрова"), ("Выплата на карту 220000******0004", "Петрова"), ("Деньги на карте клиента", "Банк"), ("Чек пробит: безналичные 7 500,00", "Петрова") }.Index())
        {
            await Expect(history.GetByRole(AriaRole.Row).Nth(row + 1)).ToContainTextAsync(what);
            await Expect(history.GetByRole(AriaRole.Row).Nth(row + 1)).ToContainTextAsync(who);
        }

        await page.ShootAsync("single-paid");
    }

    [Fact]
    public async Task With_the_posting_the_receipt_comes_out_at_once_and_the_card_is_paid_after_it()
    {
        await host.PrintReceiptByButtonAsync(false);
        var page = await NewPageAsync(host.Address, "receiver");
        await FillAsync(page, "4200");
        await page.Keyboard.PressAsync("F9");
        await Expect(page.OpenDialog().GetByLabel("Наличные")).ToBeFocusedAsync();
        await Expect(page.OpenDialog()).ToContainTextAsync("Деньги уйдут на карту после чека");
        await page.ShootAsync("single-kinds");
        var paper = await PaperAsync(page, "Провести и пробить чек");
        await Expect(paper.GetByRole(AriaRole.Row).Filter(new() { HasText = "Безналичные" })).ToContainTextAsync("4 200,00");
        await paper.CloseAsync();
        await ExpectOperationAsync(page);
        await page.PayAsync(PayoutDesk.GoodCard);
        await Expect(page.GetByText("Выплачено 4 200,00 ₽")).ToBeVisibleAsync();
        await Expect(page.GetByText(new Regex("На карту .*, чек пробит"))).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Cash_taken_with_the_posting_leaves_the_card_refused()
    {
        await host.PrintReceiptByButtonAsync(false);
        var page = await NewPageAsync(host.Address, "receiver");
        await FillAsync(page, "1500");
        await page.Keyboard.PressAsync("F9");
        await Expect(page.OpenDialog().GetByLabel("Наличные")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("2000");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.OpenDialog().GetByText("Наличных больше, чем займов")).ToBeVisibleAsync();
        await Expect(page.OpenDialog().GetByLabel("Наличные")).ToHaveValueAsync("2\u00A0000,00");
        await page.OpenDialog().GetByLabel("Наличные").FillAsync("500");
        await (await PaperAsync(page, "Провести и пробить чек")).CloseAsync();
        await ExpectOperationAsync(page);
        await page.PressTopUpAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("наличные");
        await Expect(page.OpenDialog()).ToHaveCountAsync(0);
        await Expect(page.GetByText("Чек пробит: тип оплаты больше не меняется.")).ToBeVisibleAsync();
        await page.ShootAsync("single-cash");
    }

    [Fact]
    public async Task In_the_wizard_too_the_kinds_are_asked_for_and_every_ticket_is_printed()
    {
        await host.PrintReceiptByButtonAsync(false);
        var page = await NewPageAsync(host.Address, "receiver");
        await page.OpenNewGroupAsync();
        await page.ChooseMorozovaAsync();
        await page.TakeItemsAsync("1000", "2000");
        await page.GetByLabel("Наличные").FillAsync("1500");
        await page.GetByRole(AriaRole.Button, new() { Name = "Провести", Exact = true }).ClickAsync();
        await Expect(page.OpenDialog().GetByLabel("Наличные")).ToHaveValueAsync("1\u00A0500,00");
        await page.OpenDialog().GetByRole(AriaRole.Button, new() { Name = "Отмена" }).ClickAsync();
        await Expect(page.Ticket(2)).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Дата", new() { Exact = true })).ToBeEditableAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Провести", Exact = true }).ClickAsync();
        await (await PaperAsync(page, "Провести и пробить чек")).CloseAsync();
        await Expect(page.GetByRole(AriaRole.Alert).GetByText("Чек пробит: Билет №01, Билет №02.")).ToBeVisibleAsync();
        await Expect(page.GetByText("Выдано наличными 1\u00A0500,00\u00A0₽ из 3\u00A0000,00\u00A0₽")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Unfinished_it_waits_on_the_desk_under_its_own_address_and_posted_it_doesnt()
    {
        await host.PrintReceiptByButtonAsync(true);
        var page = await NewPageAsync(host.Address, "receiver");
        await FillAsync(page, "777");
        await Expect(page.GetByText("Черновик сохранён в")).ToBeVisibleAsync();
        var address = new Uri(page.Url).AbsolutePath;
        await page.OpenAsync("/");
        var link = page.Locator($"a[href='{address}']");
        await Expect(link).ToHaveTextAsync("Продолжить");
        await page.OpenAsync(address.Replace("/new/", "/group/", StringComparison.Ordinal));
        await Expect(page).ToHaveURLAsync(new Regex($"{address}$"));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Операция по залогу", Exact = true })).ToBeVisibleAsync();
        await PostAsync(page);
        await page.GetByLabel("Наличные").FillAsync("700");
        await page.GetByLabel("Наличные").PressAsync("Tab");
        await Expect(page.GetByText("Наличные: 700 руб., Безналичные: 77 руб., Всего: 777 руб.")).ToBeVisibleAsync();
        await page.OpenAsync("/");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Рабочий стол" })).ToBeVisibleAsync();
        await Expect(link).ToHaveCountAsync(0);
    }

    private static async Task OpenNewAsync(IPage page)
    {
        await page.OpenAsync("/pledges");
        await page.GetByRole(AriaRole.Button, new() { Name = "Новая операция", Exact = true }).ClickAsync();
        await page.GetByLabel("Фамилия, телефон или паспорт").WaitForAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/pledges/new/[0-9a-f-]{36}$"));
    }

    private static async Task FillAsync(IPage page, string loan)
    {
        await OpenNewAsync(page);
        await page.ChooseMorozovaAsync();
        await page.TakeItemsAsync(loan);
        await Expect(page.GetByText("Вид операции:")).ToBeVisibleAsync();
    }

    private static async Task PostAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Провести", Exact = true }).ClickAsync();
        await ExpectOperationAsync(page);
    }

    private static async Task ExpectOperationAsync(IPage page)
    {
        await Expect(page).ToHaveURLAsync(new Regex("/pledges/[0-9a-f-]{36}$"));
        await Expect(page.GetByText("Проведена", new() { Exact = true }).First).ToBeVisibleAsync();
    }

    private static Task<IPage> PaperAsync(IPage page, string button) =>
        page.RunAndWaitForPopupAsync(() => page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync());
}
