using Kvell.Domain.CardTopUps;
using Kvell.Tests.Browser;
using Kvell.Web.Components.Lists;
using Kvell.Web.Features.CardTopUps;
using Kvell.Web.Features.Desk;
using Kvell.Web.Features.Emulator;
using Kvell.Web.Features.Pledges;
using Kvell.Web.Features.RequestLog;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.Web.Look;

/// <summary>«Рабочий стол» and the lists.</summary>
internal static class DeskSights
{
    public static IReadOnlyList<Sight> All { get; } =
    [
        new("desk", "receiver", nameof(DeskPage), (_, page) => SeeAsync(page, "/", "Незаконченное оформление")),
        new("desk-quiet", "receiver2", nameof(DeskPage), (_, page) => SeeAsync(page, "/", "Сегодня пополнений ещё не было.")),
        new("desk-all-branches", "admin", nameof(DeskPage), (_, page) => SeeAsync(page, "/", "все филиалы")),
        new("pledges", "receiver", nameof(PledgesPage), (_, page) => SeeAsync(page, "/pledges", "ЛВЕС-")),
        new("pledges-totals", "fullrights", nameof(PledgesPage), (_, page) => CountAsync(page, "/pledges")),
        new("pledges-empty", "receiver2", nameof(PledgesPage), (_, page) => SeeAsync(page, "/pledges", "пока нет")),
        new("pledges-nothing-found", "receiver", nameof(PledgesPage), (_, page) => SeeAsync(page, "/pledges?q=Соловьёв&from=2022-10-20&to=2022-10-25", "Ничего не найдено")),
        new("pledge", "receiver", nameof(PledgePage), async (house, page) => await SeeAsync(page, $"/pledges/{await house.OperationOfAsync(house.Paid)}", "Деньги на карте клиента")),
        new("pledge-unpaid", "fullrights", nameof(PledgePage), async (house, page) => await SeeAsync(page, $"/pledges/{await house.OperationOfAsync(house.Posted)}", "Нажмите «Пополнение карты клиента»")),
        new("pledge-read-only", "admin", nameof(PledgePage), async (house, page) => await SeeAsync(page, $"/pledges/{await house.OperationOfAsync(house.InCash)}", "Выдайте наличными")),
        new("pledge-denied", "receiver2", nameof(PledgePage), async (house, page) => await SeeAsync(page, $"/pledges/{await house.OperationOfAsync(house.Paid)}", "другому филиалу"))
        { Troubles = ["403"] },
        new("top-ups-bad-period", "fullrights", nameof(TopUpsPage), async (_, page) =>
        {
            await SeeAsync(page, "/top-ups?from=2022-10-25&to=2022-10-20", "Период задан наоборот");
            await page.GetByLabel("С", new() { Exact = true }).FillAsync("31.02");
            await page.GetByLabel("По", new() { Exact = true }).FocusAsync();
            await Expect(page.GetByText(FilterForm.NotADate)).ToBeVisibleAsync();
        }),
        new("top-ups-nothing-found", "fullrights", nameof(TopUpsPage), (_, page) => SeeAsync(page, "/top-ups?q=Соловьёв&from=2022-10-20&to=2022-10-25", "Ничего не найдено")),
        new("top-ups-menu", "fullrights", nameof(TopUpsPage), async (_, page) =>
        {
            await SeeAsync(page, "/top-ups?state=Completed", "ЛВЕС-");
            await page.GetByRole(AriaRole.Button, new() { Name = "Еще" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Menu)).ToBeVisibleAsync();
        }),
        new("top-ups", "fullrights", nameof(TopUpsPage), (_, page) => SeeAsync(page, "/top-ups", "ЛВЕС-")),
        new("top-ups-totals", "fullrights", nameof(TopUpsPage), (_, page) => CountAsync(page, "/top-ups")),
        new("top-ups-empty", "receiver2", nameof(TopUpsPage), (_, page) => SeeAsync(page, "/top-ups", "Пополнений пока нет")),
        new("request-log", "fullrights", nameof(RequestLogPage), (_, page) => SeeAsync(page, "/request-log", "COMPLETED")),
        new("request-log-opened", "admin", nameof(RequestLogPage), async (_, page) =>
        {
            await page.OpenAsync("/request-log");
            await page.GetByRole(AriaRole.Row).Filter(new() { HasText = "COMPLETED" }).First.ClickAsync();
            await Expect(page.Locator(".drawer")).ToContainTextAsync("X-Request-Id");
        }),
        new("emulator", "receiver", nameof(EmulatorPage), (_, page) => SeeAsync(page, "/emulator", "Ни одно соединение не проходит")),
        .. new[]
        {
            TopUpState.Completed, TopUpState.Declined, TopUpState.Processing, TopUpState.AwaitingCode, TopUpState.Unknown, TopUpState.Postponed,
        }.Select(state => new Sight(
            $"top-up-{state}", "fullrights", nameof(TopUpPage), (house, page) => SeeAsync(page, $"/top-ups/{house.TopUps[state]}", TopUpSpeech.WordOf(state)))),
        new("top-up-denied", "receiver2", nameof(TopUpPage), (house, page) => SeeAsync(page, $"/top-ups/{house.TopUps[TopUpState.Completed]}", "другому филиалу"))
        { Troubles = ["403"] },
    ];

    public static async Task SeeAsync(IPage page, string path, string words)
    {
        await page.OpenAsync(path);
        await Expect(page.GetByText(words).First).ToBeVisibleAsync();
    }

    private static async Task CountAsync(IPage page, string address)
    {
        await page.OpenAsync(address);
        await page.GetByRole(AriaRole.Button, new() { Name = "Посчитать итоги" }).ClickAsync();
        await Expect(page.GetByText("Всего по отбору")).ToBeVisibleAsync();
    }
}
