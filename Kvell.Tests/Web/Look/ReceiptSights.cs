using Kvell.Tests.Browser;
using Kvell.Tests.CardTopUps;
using Kvell.Web.Features.Cash;
using Kvell.Web.Features.Pledges;
using Kvell.Web.Features.Receipts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.Web.Look;

/// <summary>Receipts on paper, their return, what is zeroed, and the cash book.</summary>
internal static class ReceiptSights
{
    public static IReadOnlyList<Sight> All { get; } =
    [
        new("receipts", "receiver", nameof(PrintReceiptsPage), (house, page) => DeskSights.SeeAsync(page, $"/pledges/receipts/{house.Given}", "Выдача займа под залог")),
        new("receipts-nothing", "receiver", nameof(PrintReceiptsPage), (house, page) => DeskSights.SeeAsync(page, $"/pledges/receipts/{house.Posted}", "Чеков нет")),
        new("receipt-return", "receiver", nameof(ReturnReceiptDialog), async (house, page) =>
        {
            await page.OpenAsync($"/pledges/{await house.OperationOfAsync(house.Given)}");
            await page.GetByRole(AriaRole.Button, new() { Name = "Чек возврата" }).ClickAsync();
            await Expect(page.OpenDialog()).ToContainTextAsync("Примите у клиента");
        }),
        new("pledge-zeroed", "receiver", nameof(PledgePage), (house, page) => DeskSights.SeeAsync(page, $"/pledges/{house.Zeroed}", "Операция обнулена")),
        new("zero-dialog", "receiver", nameof(ZeroOperationDialog), async (house, page) =>
        {
            await page.OpenAsync($"/pledges/{house.PostedOperation}");
            await page.GetByRole(AriaRole.Button, new() { Name = "Обнулить операцию" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Обнулить", Exact = true }).ClickAsync();
            await Expect(page.GetByText("Напишите причину")).ToBeVisibleAsync();
        }),
        new("cash", "receiver", nameof(CashPage), (_, page) => DeskSights.SeeAsync(page, "/cash", "Выдача займа")),
        new("cash-quiet", "receiver2", nameof(CashPage), (_, page) => DeskSights.SeeAsync(page, "/cash", "Движения за день не было")),
        new("cash-wrong", "fullrights", nameof(CashPage), async (_, page) =>
        {
            await DeskSights.SeeAsync(page, "/cash", "Остаток на начало дня");
            await page.GetByLabel("День").FillAsync("31.02");
            await page.GetByRole(AriaRole.Button, new() { Name = "Записать в кассу" }).ClickAsync();
            await Expect(page.GetByText("Введите день")).ToBeVisibleAsync();
            await Expect(page.GetByText("Нужна сумма больше нуля")).ToBeVisibleAsync();
        }),
    ];
}
