using Kvell.Tests.Browser;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Hosting;
using Kvell.Tests.Pledges;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.Receipts;

/// <summary>The receipt at the desk, by a person's presses.</summary>
public sealed class ReceiptBrowserTests(BrowserFixture browser, KvellHost host) : BrowserTest(browser), IClassFixture<KvellHost>
{
    [Fact]
    public async Task After_the_card_the_receipt_is_the_next_step_and_comes_out_on_paper()
    {
        var page = await NewPageAsync(host.Address, "receiver");
        await page.PostGroupAsync("4200", "3300");
        await page.PayAsync(PayoutDesk.GoodCard);
        await page.ExpectStateAsync(2, "Выполнено");
        await Expect(page.Ticket(1)).ToContainTextAsync("Деньги на карте клиента. Пробейте чек.");

        var paper = await PrintAsync(page);
        await Expect(paper.GetByRole(AriaRole.Heading, new() { Name = "Чек", Exact = true })).ToHaveCountAsync(2);
        await Expect(paper.GetByText("4 200,00").First).ToBeVisibleAsync();
        await paper.ShootAsync("receipts");
        await paper.CloseAsync();
        await Expect(page.GetByRole(AriaRole.Alert).GetByText("Чек пробит: Билет №01, Билет №02.")).ToBeVisibleAsync();
        await Expect(page.GetByText("Чек пробит: тип оплаты больше не меняется.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Печать чека" }).ClickAsync();
        await Expect(page.GetByText("Билет №01, Билет №02: Чек уже пробит.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Cash_leaves_the_drawer_by_the_receipt_and_comes_back_by_its_return()
    {
        var page = await NewPageAsync(host.Address, "receiver");
        await page.PostGroupAsync("1500");
        await page.GetByLabel("Наличные").FillAsync("1500");
        await page.GetByLabel("Наличные").PressAsync("Tab");
        await Expect(page.GetByText("Наличные: 1 500 руб., Безналичные: 0 руб., Всего: 1 500 руб.")).ToBeVisibleAsync();
        await (await PrintAsync(page)).CloseAsync();
        await Expect(page.Ticket(1).Locator("tr.t td").Nth(2)).ToContainTextAsync("Да");
        await Expect(page.GetByText("Выдано наличными 1 500,00 ₽ из 1 500,00 ₽")).ToBeVisibleAsync();

        await page.OpenAsync("/pledges");
        await page.GetByRole(AriaRole.Row).Nth(1).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Чек возврата" }).ClickAsync();
        await Expect(page.OpenDialog()).ToContainTextAsync("Примите у клиента наличные 1 500,00 ₽");
        await page.ShootAsync("receipt-return");
        await page.GetByRole(AriaRole.Button, new() { Name = "Вернуть чек" }).ClickAsync();
        await Expect(page.GetByText("Чек возвращён. Тип оплаты снова можно изменить.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Чек возврата" })).ToBeHiddenAsync();

        await page.OpenAsync("/cash");
        foreach (var (kind, left) in new[] { ("Выдача займа", "248 500,00"), ("Чек возврата", "250 000,00") })
            await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = kind })).ToContainTextAsync(left);
        await page.GetByLabel("Сумма").FillAsync("500");
        await page.GetByRole(AriaRole.Button, new() { Name = "Записать в кассу" }).ClickAsync();
        await Expect(page.GetByText("Введите, откуда деньги")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Сумма")).ToHaveValueAsync("500,00");
        await page.GetByLabel("Основание").FillAsync("размен из банка");
        await page.GetByRole(AriaRole.Button, new() { Name = "Записать в кассу" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "размен из банка" })).ToContainTextAsync("250 500,00");
        await Expect(page.GetByText("Сейчас в кассе: 250 500,00 ₽")).ToBeVisibleAsync();
        await page.ShootAsync("cash");
    }

    private static Task<IPage> PrintAsync(IPage page) =>
        page.RunAndWaitForPopupAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Печать чека" }).ClickAsync());
}
