using Kvell.Tests.Browser;
using Kvell.Tests.CardTopUps;
using Kvell.Web.Features.Tariffs;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.Web.Look;

/// <summary>«Тарифы» and its dialogs. Nothing here is saved: the house stays as it is.</summary>
internal static class TariffSights
{
    public static IReadOnlyList<Sight> All { get; } =
    [
        new("tariffs", "fullrights", nameof(TariffsPage), (_, page) => DeskSights.SeeAsync(page, "/tariffs", "За весь срок")),
        new("tariffs-caps", "fullrights", nameof(TariffsPage), (_, page) => DeskSights.SeeAsync(page, "/tariffs?tab=caps", "157,557")),
        new("tariffs-caps-read-only", "admin", nameof(TariffsPage), (_, page) => DeskSights.SeeAsync(page, "/tariffs?tab=caps", "157,557")),
        new("tariff-dialog", "fullrights", nameof(TariffDialog), async (_, page) =>
        {
            await page.OpenAsync("/tariffs");
            await PressAsync(page, "Изменить");
            await Expect(page.OpenDialog().GetByText("Иное имущество")).ToBeVisibleAsync();
        }),
        new("tariff-dialog-wrong", "admin", nameof(TariffDialog), async (_, page) =>
        {
            await page.OpenAsync("/tariffs");
            await PressAsync(page, "Добавить тариф");
            await page.GetByLabel("Действует с").FillAsync("завтра");
            await PressAsync(page, "Добавить период");
            await PressAsync(page, "Сохранить тариф");
            await Expect(page.OpenDialog().GetByRole(AriaRole.Alert).First).ToBeVisibleAsync();
        }),
        new("cap-dialog", "fullrights", nameof(CapDialog), async (_, page) =>
        {
            await page.OpenAsync("/tariffs?tab=caps");
            await PressAsync(page, "Добавить предельное значение");
            await page.GetByLabel("Действует с").FillAsync("31.06.2026");
            await PressAsync(page, "Сохранить");
            await Expect(page.OpenDialog().GetByRole(AriaRole.Alert).First).ToBeVisibleAsync();
        }),
    ];

    private static Task PressAsync(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).Last.ClickAsync();
}
