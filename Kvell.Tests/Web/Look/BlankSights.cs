using Kvell.Tests.Browser;
using Kvell.Tests.CardTopUps;
using Kvell.Web.Features.Blanks;
using Kvell.Web.Features.Pledges;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.Web.Look;

/// <summary>The blanks' movement, and a ticket's cancelling.</summary>
internal static class BlankSights
{
    public static IReadOnlyList<Sight> All { get; } =
    [
        new("blanks", "receiver", nameof(BlanksPage), (_, page) => DeskSights.SeeAsync(page, "/blanks", "Чистых на конец")),
        new("blanks-read-only", "admin", nameof(BlanksPage), (_, page) => DeskSights.SeeAsync(page, "/blanks?show=Annulled", "Клиент передумал")),
        new("blanks-received", "fullrights", nameof(BlanksPage), (_, page) => DeskSights.SeeAsync(page, "/blanks?show=Received", "ГП00000200")),
        new("blanks-quiet", "receiver2", nameof(BlanksPage), (_, page) => DeskSights.SeeAsync(page, "/blanks", "Таких бланков нет")),
        new("blanks-wrong", "receiver", nameof(BlanksPage), async (_, page) =>
        {
            await DeskSights.SeeAsync(page, "/blanks?show=ClosingClean", "Чистые");
            await PressAsync(page, "Принять бланки");
            await PressAsync(page, "Отметить испорченным");
            await Expect(page.GetByText("Введите, чем испорчен бланк")).ToBeVisibleAsync();
            await Expect(page.GetByText("Нужно количество")).ToBeVisibleAsync();
        }),
        new("cancel-ticket-dialog", "receiver", nameof(CancelTicketDialog), async (house, page) =>
        {
            await DocumentSights.OpenAsync(page, house.Ready);
            await PressAsync(page, "Отмена залогового билета");
            await Expect(page.OpenDialog()).ToContainTextAsync("станет испорченным");
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Не отменять" })).ToBeFocusedAsync();
        }),
    ];

    private static Task PressAsync(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}
