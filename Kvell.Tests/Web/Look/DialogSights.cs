using Kvell.Tests.Browser;
using Kvell.Tests.CardTopUps;
using Kvell.Web.Components.Layout;
using Kvell.Web.Features.CardTopUps;
using Kvell.Web.Features.Keys;
using Kvell.Web.Features.Pledges;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.Web.Look;

/// <summary>Every dialog, open.</summary>
internal static class DialogSights
{
    public static IReadOnlyList<Sight> All { get; } =
    [
        new("card-dialog", "receiver", nameof(PayoutDialog), async (house, page) =>
        {
            await DocumentSights.OpenAsync(page, house.Posted);
            await page.PressTopUpAsync();
            await page.TypeCardAsync("2200 0000 0000 0004");
            await Expect(page.OpenDialog()).ToContainTextAsync("Цифры сходятся");
        }),
        new("card-dialog-wrong", "receiver", nameof(PayoutDialog), async (house, page) =>
        {
            await DocumentSights.OpenAsync(page, house.Posted);
            await page.PressTopUpAsync();
            await page.GetByLabel("Номер карты").FillAsync("2200 0000 0000 0005");
            await PressAsync(page, "Выплатить");
            await Expect(page.OpenDialog()).ToContainTextAsync("сверьте каждую цифру");
        }),
        new("card-known-dialog", "receiver", nameof(PayoutDialog), async (house, page) =>
        {
            await DocumentSights.OpenAsync(page, house.Decided);
            await page.PressTopUpAsync();
            await Expect(page.OpenDialog().GetByRole(AriaRole.Button, new() { Name = "Да", Exact = true })).ToBeFocusedAsync();
        }),
        new("card-other-dialog", "receiver", nameof(PayoutDialog), async (house, page) =>
        {
            await DocumentSights.OpenAsync(page, house.Decided);
            await page.PressTopUpAsync();
            await PressAsync(page, "Выбрать другую");
            await Expect(page.GetByLabel("Номер карты")).ToBeVisibleAsync();
        }),
        new("code-dialog", "receiver", nameof(CodeDialog), async (house, page) =>
        {
            await DocumentSights.OpenAsync(page, house.Mixed);
            await page.GetByRole(AriaRole.Button, new() { Name = "Ввести код" }).ClickAsync();
            await Expect(page.OpenDialog().GetByLabel("Билет №03")).ToBeFocusedAsync();
            await PressAsync(page, "Ввести код");
            await Expect(page.OpenDialog().GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        }),
        new("spoil-dialog", "receiver", nameof(SpoilBlankDialog), async (house, page) =>
        {
            await DocumentSights.OpenAsync(page, house.Ready);
            await page.GetByRole(AriaRole.Button, new() { Name = "Испорчен", Exact = true }).ClickAsync();
            await Expect(page.GetByLabel("Причина")).ToBeFocusedAsync();
            await PressAsync(page, "Отметить испорченным");
            await Expect(page.OpenDialog().GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        }),
        new("redate-dialog", "receiver", nameof(RedateDialog), async (house, page) =>
        {
            await DocumentSights.OpenAsync(page, house.Misdated);
            await page.PressTopUpAsync();
            await Expect(page.OpenDialog().GetByRole(AriaRole.Button, new() { Name = "Переоформить сегодняшней датой" })).ToBeFocusedAsync();
        }),
        new("keys-dialog", "receiver", nameof(KeysDialog), async (_, page) =>
        {
            await page.OpenAsync("/");
            await page.GetByRole(AriaRole.Button, new() { Name = "Клавиши" }).ClickAsync();
            await Expect(page.OpenDialog().GetByRole(AriaRole.Button, new() { Name = "Закрыть" })).ToBeFocusedAsync();
        }),
        new("reconnect", "receiver", nameof(ReconnectDialog), async (house, page) =>
        {
            IWebSocketRoute? circuit = null;
            await page.RouteWebSocketAsync("**/_blazor**", socket =>
            {
                if (circuit is null)
                {
                    socket.ConnectToServer();
                    circuit = socket;
                }
                else
                {
                    socket.CloseAsync();
                }
            });
            await DocumentSights.OpenAsync(page, house.Ready);
            await page.RouteAsync("**/_blazor/negotiate**", route => route.AbortAsync());
            await circuit!.CloseAsync();
            await Expect(page.GetByText("Восстанавливаем связь").First).ToBeVisibleAsync();
        })
        { Troubles = ["console:", "_blazor"] },
    ];

    private static Task PressAsync(IPage page, string button) =>
        page.OpenDialog().GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
