using Kvell.Tests.Browser;
using Kvell.Tests.CardTopUps;
using Kvell.Web.Features.Papers;
using Kvell.Web.Features.Pledges;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.Web.Look;

/// <summary>The wizard's last tab as the payouts go on, and what is printed.</summary>
internal static class DocumentSights
{
    public static IReadOnlyList<Sight> All { get; } =
    [
        Group("wizard-documents-ready", house => house.Ready, "Нажмите «Провести»"),
        Group("wizard-documents-fifty", house => house.Fifty, "Билет №50"),
        Group("wizard-documents-posted", house => house.Posted, "Все операции проведены"),
        Group("wizard-documents-mixed", house => house.Mixed, "Исход неизвестен"),
        Group("wizard-documents-decided", house => house.Decided, "Отклонено"),
        Group("wizard-documents-postponed", house => house.Postponed, "Прекратить попытки"),
        Group("wizard-documents-paid", house => house.Paid, "Все займы выплачены на карту"),
        Group("wizard-documents-cash", house => house.InCash, "Введены наличные"),
        Group("wizard-documents-given", house => house.Given, "Выдано наличными"),
        Group("wizard-documents-closed", house => house.Closed, "Оформление завершено"),
        Group("wizard-not-ready", house => house.Elsewhere, "Выдать займ можно только наличными", "receiver2"),
        new("wizard-documents-answer", "receiver", nameof(GroupPledgePage), async (house, page) =>
        {
            await OpenAsync(page, house.Paid);
            await page.PressTopUpAsync();
            await Expect(page.GetByText("Все займы уже выплачены на карту")).ToBeVisibleAsync();
        }),
        new("wizard-other-window", "receiver", nameof(GroupPledgePage), async (house, page) =>
        {
            var first = await page.Context.NewPageAsync();
            await OpenAsync(first, house.Ready);
            await page.BringToFrontAsync(); // a window behind another is drawn when the browser finds the time
            await OpenAsync(page, house.Ready);
            await Expect(page.GetByText("Черновик открыт в другом окне").First).ToBeVisibleAsync();
        }),
        new("print", "receiver", nameof(PrintTicketsPage), async (house, page) =>
        {
            await page.OpenAsync($"/pledges/print/{house.Paid}");
            await Expect(page.Locator(".sheet").First).ToBeVisibleAsync();
        }),
        new("print-nothing", "receiver", nameof(PrintTicketsPage), async (house, page) =>
        {
            await page.OpenAsync($"/pledges/print/{house.Posted}");
            await Expect(page.GetByText("Напечатанных билетов нет")).ToBeVisibleAsync();
        }),
    ];

    public static async Task OpenAsync(IPage page, Guid draft)
    {
        await page.OpenAsync($"/pledges/group/{draft}");
        await page.GetByRole(AriaRole.Tab, new() { Name = "Оформление документов" }).ClickAsync();
        await page.GetByText("Список билетов").WaitForAsync();
    }

    private static Sight Group(string name, Func<LookHouse, Guid> draft, string words, string user = "receiver") =>
        new(name, user, nameof(GroupPledgePage), async (house, page) =>
        {
            await OpenAsync(page, draft(house));
            await Expect(page.GetByText(words).First).ToBeVisibleAsync();
        });
}
