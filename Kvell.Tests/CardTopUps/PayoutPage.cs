using Kvell.Tests.Browser;
using Kvell.Tests.Pledges;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.CardTopUps;

/// <summary>What payout tests do with the wizard's last tab and its dialogs.</summary>
internal static class PayoutPage
{
    /// <summary>Fills in a client nobody knows, questionnaire and consent included.</summary>
    public static async Task TakeNewClientAsync(this IPage page, string last, string passport)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Новый" }).ClickAsync();
        var pledgor = new Dictionary<string, string>
        {
            ["Фамилия"] = last,
            ["Имя"] = "Пётр",
            ["Отчество"] = "Ильич",
            ["Дата рождения"] = "07.05.1980",
            ["Место рождения"] = "г. Клин",
            ["Серия"] = "46 10",
            ["Номер"] = passport,
            ["Дата выдачи"] = "12.05.2010",
            ["Код подразделения"] = "500-042",
            ["Кем выдан"] = "ТП №1 ОУФМС России по Московской области",
            ["Адрес"] = "141600, г. Клин, ул. Гагарина, д. 6, кв. 11",
            ["Телефон"] = "+7 905 700-12-34",
        };
        foreach (var (label, value) in pledgor)
            await page.GetByLabel(label, new() { Exact = true }).FillAsync(value);
        await page.OpenTabAsync("Анкета залогодателя");
        foreach (var (check, result) in new[] { ("Проверка действительности паспорта", "Действителен"), ("Проверка по перечням", "Совпадений нет") })
        {
            var row = page.Locator(".check", new() { HasText = check });
            await row.GetByText(result, new() { Exact = true }).ClickAsync();
            await row.GetByRole(AriaRole.Button, new() { Name = "Проверено сегодня" }).ClickAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Подписано сегодня" }).ClickAsync();
    }

    /// <summary>One item a ticket; stands on the last tab afterwards.</summary>
    public static async Task TakeItemsAsync(this IPage page, params string[] loans)
    {
        await page.OpenTabAsync("Перечень имущества");
        for (var i = 0; i < loans.Length; i++)
            await page.AddItemAsync(i + 1, "Браслет", "8,00", loans[i]);
        await page.OpenTabAsync("Оформление документов");
    }

    public static async Task PostAsync(this IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Провести" }).ClickAsync();
        await Expect(page.GetByText("Все операции проведены")).ToBeVisibleAsync();
    }

    /// <summary>A group of a repeat client, posted.</summary>
    public static async Task PostGroupAsync(this IPage page, params string[] loans)
    {
        await page.OpenNewGroupAsync();
        await page.ChooseMorozovaAsync();
        await page.TakeItemsAsync(loans);
        await page.PostAsync();
    }

    public static Task PressTopUpAsync(this IPage page) =>
        page.GetByRole(AriaRole.Button, new() { Name = "Пополнение карты клиента", Exact = true }).ClickAsync();

    public static ILocator OpenDialog(this IPage page) => page.GetByRole(AriaRole.Dialog);

    public static async Task TypeCardAsync(this IPage page, string card)
    {
        await page.GetByLabel("Номер карты").FillAsync(card);
        await page.GetByLabel("сверено").CheckAsync();
    }

    public static async Task PayAsync(this IPage page, string card)
    {
        await page.PressTopUpAsync();
        await page.TypeCardAsync(card);
        await page.GetByRole(AriaRole.Button, new() { Name = "Выплатить", Exact = true }).ClickAsync();
        await Expect(page.OpenDialog()).ToHaveCountAsync(0);
    }

    /// <summary>The two rows of a ticket: what it is, and how it stands.</summary>
    public static ILocator Ticket(this IPage page, int ordinal) =>
        page.Locator(".tickets tbody", new() { HasText = $"Билет №{ordinal:D2}" });

    public static Task ExpectStateAsync(this IPage page, int ordinal, string state, float? timeout = null) =>
        Expect(page.Ticket(ordinal)).ToContainTextAsync(state, new() { Timeout = timeout ?? 5000 });

    /// <summary>«Эквайринг» of a ticket: «Да» only where the money is on the card.</summary>
    public static Task ExpectPaidAsync(this IPage page, int ordinal, bool paid) =>
        Expect(page.Ticket(ordinal).Locator("tr.t td").Nth(3)).ToContainTextAsync(paid ? "Да" : "Нет");
}
