using Kvell.Tests.Browser;
using Kvell.Web.Components;
using Kvell.Web.Features.Pledges;
using Kvell.Web.Features.RequestLog;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.Web.Look;

/// <summary>What is shown when a page has nothing to show.</summary>
internal static class TroubleSights
{
    public static IReadOnlyList<Sight> All { get; } =
    [
        new("not-found", "receiver", nameof(NotFoundPage), async (_, page) =>
        {
            await page.OpenAsync("/not-found");
            await AccountSights.HeadingAsync(page, "Страница не найдена");
        })
        { Troubles = ["404"] },
        new("group-of-another-branch", "receiver", nameof(GroupPledgePage), async (house, page) =>
        {
            await page.GotoAsync($"/pledges/group/{house.Elsewhere}");
            await AccountSights.HeadingAsync(page, "Нет доступа");
        })
        { Troubles = ["403"] },
        new("page-broken", "receiver", nameof(GroupPledgePage), async (house, page) =>
        {
            // As long as the page is looked at: with the database back, the circuit would open it after all.
            var outage = house.Break("\"GroupDrafts\"");
            page.Close += (_, _) => outage.Dispose();
            await page.GotoAsync($"/pledges/group/{house.Posted}");
            await page.InteractiveAsync();
            await AccountSights.HeadingAsync(page, "Страница не открылась");
        })
        { Troubles = ["500"] },
        new("list-unreadable", "fullrights", nameof(RequestLogPage), async (house, page) =>
        {
            using (house.Break("\"GatewayRequests\""))
            {
                await page.OpenAsync("/request-log");
                await Expect(page.GetByText("Не удалось прочитать данные")).ToBeVisibleAsync();
            }
        }),
    ];
}
