using Kvell.Tests.Browser;
using Kvell.Tests.Pledges;
using Kvell.Web.Features.Pledges;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.Web.Look;

/// <summary>The wizard's first three tabs, as they are being filled in.</summary>
internal static class WizardSights
{
    public static IReadOnlyList<Sight> All { get; } =
    [
        new("wizard-branch", "fullrights", nameof(NewGroupPage), (_, page) => DeskSights.SeeAsync(page, "/pledges/group", "В каком филиале выдать займ?")),
        new("wizard-client-empty", "receiver", nameof(GroupPledgePage), (_, page) => page.OpenNewGroupAsync()),
        new("wizard-client", "receiver", nameof(GroupPledgePage), async (_, page) =>
        {
            await page.OpenNewGroupAsync();
            await page.GetByLabel("Фамилия, телефон или паспорт").FillAsync("иван");
            await page.GetByRole(AriaRole.Button, new() { Name = "Иванов Иван Иванович" }).First.ClickAsync();
            await page.ValueAsync("Имя", "Иван");
        }),
        new("wizard-client-wrong", "receiver", nameof(GroupPledgePage), async (_, page) =>
        {
            await page.OpenNewGroupAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Новый" }).ClickAsync();
            await page.GetByLabel("Фамилия", new() { Exact = true }).FillAsync("Морозова");
            await page.GetByLabel("Дата рождения", new() { Exact = true }).FillAsync("31.02.1993");
            await page.GetByLabel("Серия", new() { Exact = true }).FillAsync("70 13");
            await page.GetByLabel("Номер", new() { Exact = true }).FillAsync("640127");
            await page.GetByRole(AriaRole.Button, new() { Name = "Далее" }).ClickAsync();
            await Expect(page.GetByText("Исправьте")).ToBeVisibleAsync();
            await Expect(page.GetByText("Этот документ уже записан")).ToBeVisibleAsync();
        }),
        new("wizard-questionnaire-stale", "receiver", nameof(GroupPledgePage), async (_, page) =>
        {
            await page.OpenNewGroupAsync();
            await page.GetByLabel("Фамилия, телефон или паспорт").FillAsync("ивановская");
            await page.GetByRole(AriaRole.Button, new() { Name = "Ивановская" }).ClickAsync();
            await page.ValueAsync("Имя", "Лидия");
            await page.OpenTabAsync("Анкета залогодателя");
            await Expect(page.GetByText("устарел").First).ToBeVisibleAsync();
        }),
        new("wizard-questionnaire", "receiver", nameof(GroupPledgePage), async (_, page) =>
        {
            await page.OpenNewGroupAsync();
            await page.ChooseMorozovaAsync();
            await page.OpenTabAsync("Анкета залогодателя");
            await Expect(page.GetByText("Перенесена из анкеты")).ToBeVisibleAsync();
        }),
        new("wizard-items-fifty", "receiver", nameof(GroupPledgePage), async (house, page) =>
        {
            await page.OpenAsync($"/pledges/group/{house.Fifty}");
            await page.OpenTabAsync("Перечень имущества");
            await Expect(page.GetByText("50\u00A0предметов, 50\u00A0билетов")).ToBeVisibleAsync();
        }),
        new("wizard-items", "receiver", nameof(GroupPledgePage), async (_, page) =>
        {
            await page.OpenNewGroupAsync();
            await page.ChooseMorozovaAsync();
            await page.OpenTabAsync("Перечень имущества");
            await page.AddItemAsync(1, "Браслет", "3,10", "5000");
            await page.GetByLabel("Описание, предмет 1").FillAsync("Плетение «Бисмарк», замок исправен");
            await page.AddItemAsync(2, "Кольцо", "1,62", "93300");
            await page.GetByLabel("Вид, предмет 3").FocusAsync();
            await Expect(page.Locator(".wrongmsg")).ToBeVisibleAsync();
        }),
    ];
}
