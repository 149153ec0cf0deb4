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
            using (house.Break("\"GroupDrafts\""))
            {
                // Without the circuit, which would open the page as soon as the database is back.
                await page.RouteAsync("**/blazor.web.js", route => route.AbortAsync());
                await page.GotoAsync($"/pledges/group/{house.Posted}");
                await AccountSights.HeadingAsync(page, "Страница не открылась");
            }
        })
        { Troubles = ["500", "ERR_FAILED"] },
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
