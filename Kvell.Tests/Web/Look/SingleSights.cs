using Kvell.Tests.Browser;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Pledges;
using Kvell.Tests.Receipts;
using Kvell.Web.Features.Pledges;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.Web.Look;

/// <summary>«Операция по залогу» made by itself, and the payment kinds that «Провести» asks for.</summary>
internal static class SingleSights
{
    public static IReadOnlyList<Sight> All { get; } =
    [
        new("single-branch", "fullrights", nameof(NewPledgePage), (_, page) => DeskSights.SeeAsync(page, "/pledges/new", "В каком филиале выдать займ?")),
        new("single-items", "receiver", nameof(SinglePledgePage), async (house, page) =>
        {
            await page.OpenAsync($"/pledges/new/{house.ByItself}");
            await page.OpenTabAsync("Перечень имущества");
            await Expect(page.GetByText("Все предметы операции в одном билете")).ToBeVisibleAsync();
        }),
        new("single-documents", "receiver", nameof(SinglePledgePage), async (house, page) =>
        {
            await page.OpenAsync($"/pledges/new/{house.ByItself}");
            await page.OpenTabAsync("Оформление документов");
            await Expect(page.GetByText("Вид операции:")).ToBeVisibleAsync();
        }),
        new("payment-kinds", "receiver", nameof(PaymentKindsDialog), (house, page) => AskAsync(house, house.Ready, page, "")),
        new("payment-kinds-cash", "receiver", nameof(PaymentKindsDialog), (house, page) => AskAsync(house, house.Asked, page, "99999")),
        new("pledge-paid", "receiver", nameof(PledgePage), async (house, page) => await DeskSights.SeeAsync(page, $"/pledges/{await house.OperationOfAsync(house.Paid)}", "История операции")),
        new("pledge-cash", "receiver", nameof(PledgePage), async (house, page) => await DeskSights.SeeAsync(page, $"/pledges/{await house.OperationOfAsync(house.Given)}", "Чек пробит: наличные")),
    ];

    /// <summary>The setting is off for as long as the question takes to come.</summary>
    private static async Task AskAsync(LookHouse house, Guid draft, IPage page, string cash)
    {
        await DocumentSights.OpenAsync(page, draft);
        await house.Host.PrintReceiptByButtonAsync(false);
        try
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Провести", Exact = true }).ClickAsync();
            await Expect(page.OpenDialog().GetByLabel("Наличные")).ToBeFocusedAsync();
        }
        finally
        {
            await house.Host.PrintReceiptByButtonAsync(true);
        }

        if (cash.Length == 0)
            return;
        await page.OpenDialog().GetByLabel("Наличные").FillAsync(cash);
        await page.GetByRole(AriaRole.Button, new() { Name = "Провести и пробить чек" }).ClickAsync();
        await Expect(page.OpenDialog().GetByText("Наличных больше, чем займов")).ToBeVisibleAsync();
        await page.OpenDialog().GetByLabel("Наличные").FillAsync("");
        await page.OpenDialog().GetByLabel("Наличные").FillAsync(cash);
    }
}
