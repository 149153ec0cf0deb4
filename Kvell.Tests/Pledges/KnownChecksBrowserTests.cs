using Kvell.Tests.Browser;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Hosting;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.Pledges;

/// <summary>What the page says of a check that is of another document, and of a hit that was found in another draft.</summary>
public sealed class KnownChecksBrowserTests(BrowserFixture browser, KvellHost host) : BrowserTest(browser), IClassFixture<KvellHost>
{
    private const string Questionnaire = "Анкета залогодателя";

    [Fact]
    public async Task Another_number_asks_for_another_check_and_the_former_one_brings_it_back()
    {
        var page = await NewPageAsync(host.Address, "receiver");
        await page.OpenNewGroupAsync();
        await page.ChooseMorozovaAsync();
        var tab = page.GetByRole(AriaRole.Tab, new() { Name = Questionnaire });
        await Expect(tab).ToHaveAccessibleDescriptionAsync("Заполнено");
        var number = page.GetByLabel("Номер", new() { Exact = true });
        await number.FillAsync("640128");
        await Expect(tab).ToHaveAccessibleDescriptionAsync("Нужно обновить");
        await number.FillAsync("640 127");
        await Expect(tab).ToHaveAccessibleDescriptionAsync("Заполнено");
        await number.FillAsync("640128");

        await page.OpenTabAsync(Questionnaire);
        var check = page.Locator(".check", new() { HasText = "Проверка действительности паспорта" });
        await Expect(check).ToContainTextAsync("Документ изменён после проверки: проверьте его заново");
        await Expect(check).ToContainTextAsync("результат не действует");
        await page.ShootAsync("check-of-another-passport");
        await check.GetByRole(AriaRole.Button, new() { Name = "Проверено сегодня" }).ClickAsync();
        await Expect(check).ToContainTextAsync("Результат действует 30 дней");
        await Expect(tab).ToHaveAccessibleDescriptionAsync("Заполнено");
    }

    [Fact]
    public async Task A_hit_stops_the_client_s_next_draft_too()
    {
        var page = await NewPageAsync(host.Address, "receiver");
        await page.OpenNewGroupAsync();
        await page.ChooseClientAsync("ивановская", "Ивановская Лидия Романовна", "Лидия");
        await page.OpenTabAsync(Questionnaire);
        await page.GetByText("Есть совпадение", new() { Exact = true }).ClickAsync();
        await Expect(page.GetByText("Есть совпадение с перечнями: займ выдавать нельзя").First).ToBeVisibleAsync();

        // Another client takes her place in the same draft.
        await page.OpenTabAsync("Залогодатель");
        await page.ChooseMorozovaAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Завершить" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Следующий клиент" }).ClickAsync();

        await page.GetByText("Новое оформление").WaitForAsync();
        await page.ChooseClientAsync("ивановская", "Ивановская Лидия Романовна", "Лидия");
        await Expect(page.GetByRole(AriaRole.Tab, new() { Name = Questionnaire })).ToHaveAccessibleDescriptionAsync("Есть ошибка");
        await page.OpenTabAsync(Questionnaire);
        await Expect(page.Locator(".check", new() { HasText = "Проверка по перечням" })).ToContainTextAsync("Есть совпадение с перечнями: займ выдавать нельзя");
        await Expect(page.GetByText("есть совпадение. Результат действует до новой проверки.")).ToBeVisibleAsync();
        await page.ShootAsync("hit-of-another-draft");
    }

    [Fact]
    public async Task A_hit_found_after_posting_stands_in_the_strip_and_answers_the_button()
    {
        const string Hit = "Есть совпадение с перечнями (проверка от ";
        using var desk = await PayoutDesk.OpenAsync(host);
        var draft = await desk.DraftAsync(form => form.Pledgor.Last = "Берёзкин", "1500");
        await desk.PostAsync(draft);
        await desk.DraftAsync(
            form =>
            {
                form.Pledgor.Last = "Берёзкин";
                desk.CheckLists(form, isClear: false);
            },
            "700");
        var page = await NewPageAsync(host.Address, "receiver");
        await page.OpenAsync($"/pledges/group/{draft}");
        await page.OpenTabAsync("Оформление документов");
        var strip = page.GetByRole(AriaRole.Status, new() { Name = "Проверки перед выдачей" });
        await Expect(strip).ToContainTextAsync("Выдавать нельзя:");
        await page.ShootAsync("hit-after-posting");
        await page.PressTopUpAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync($"Выдавать нельзя: {Hit}");
        await page.ShootAsync("hit-after-posting-pressed");
        await strip.GetByRole(AriaRole.Link, new() { NameRegex = new("Есть совпадение с перечнями") }).ClickAsync();
        await Expect(page.Locator("#check-lists")).ToBeFocusedAsync();
        await page.ShootAsync("hit-after-posting-jump");
    }
}
