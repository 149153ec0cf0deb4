using Kvell.Tests.Browser;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Hosting;
using Kvell.Tests.Pledges;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.Branches;

/// <summary>«Бланки» by a person's presses.</summary>
public sealed class BlanksPageTests(BrowserFixture browser) : BrowserTest(browser)
{
    private readonly KvellHost _host = new();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task A_receiver_receives_spoils_and_reads_what_moved()
    {
        var page = await NewPageAsync(_host.Address, "receiver");
        await page.OpenAsync("/blanks");
        await Expect(page.GetByText("Сейчас чистых: 138, следующий ГП00000063")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Филиал")).ToBeHiddenAsync();
        await page.GetByLabel("Серия").FillAsync("яя");
        await page.GetByLabel("С номера").FillAsync("10");
        await page.GetByLabel("По номер").FillAsync("9");
        await PressAsync(page, "Принять бланки");
        await Expect(page.GetByText("Последний номер меньше первого: проверьте порядок")).ToBeVisibleAsync();
        await page.ValueAsync("Серия", "яя");
        await page.GetByLabel("По номер").FillAsync("19");
        await page.GetByLabel("По номер").PressAsync("Tab");
        await page.ValueAsync("Количество", "10");
        await PressAsync(page, "Принять бланки");
        await Expect(page.GetByText("Принято: ЯЯ, 10 бланков.")).ToBeVisibleAsync();
        await Expect(Figure(page, "Получено")).ToHaveTextAsync("148");

        await PressAsync(page, "Отметить испорченным");
        await Expect(page.GetByText("Введите номер бланка с серией, например ГП00000063")).ToBeVisibleAsync();
        await page.GetByLabel("№ бланка").FillAsync("гп 70");
        await page.GetByLabel("Причина").FillAsync("залит чаем");
        await PressAsync(page, "Отметить испорченным");
        await Expect(page.GetByText("ГП00000070 испорчен.")).ToBeVisibleAsync();
        await Expect(Figure(page, "Испорчено")).ToHaveTextAsync("1");
        await Expect(Figure(page, "Чистых на конец")).ToHaveTextAsync("147");
        await page.GetByRole(AriaRole.Link, new() { Name = "Испорчено" }).ClickAsync();
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "ГП00000070" });
        foreach (var said in new[] { "залит чаем", "Испорчен", "Петрова" })
            await Expect(row).ToContainTextAsync(said);
        await page.ShootAsync("blanks-spoiled");
    }

    [Fact]
    public async Task What_is_printed_and_zeroed_at_the_desk_is_in_the_report_with_its_operation()
    {
        var page = await NewPageAsync(_host.Address, "receiver");
        await page.OpenNewGroupAsync();
        await page.ChooseMorozovaAsync();
        await page.TakeItemsAsync("4200", "3300");
        var paper = await page.RunAndWaitForPopupAsync(() => PressAsync(page, "Печать"));
        await paper.CloseAsync();
        await Expect(page.GetByText("Количество чистых бланков: 136")).ToBeVisibleAsync();
        await page.PostAsync();
        await page.GetByLabel("Билет", new() { Exact = true }).SelectOptionAsync("Билет №02");
        await PressAsync(page, "Обнулить операцию");
        await page.OpenDialog().GetByLabel("Причина").FillAsync("клиент передумал");
        await PressAsync(page, "Обнулить");
        await Expect(page.Ticket(2)).ToContainTextAsync("обнулена");

        await page.OpenAsync("/blanks?show=Annulled");
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "ГП00000064" });
        await Expect(row).ToContainTextAsync("клиент передумал");
        await Expect(Figure(page, "Напечатано")).ToHaveTextAsync("2");
        await page.ShootAsync("blanks-annulled");
        await row.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.GetByText("Операция обнулена").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Full_rights_choose_a_branch_and_an_administrator_only_reads()
    {
        var page = await NewPageAsync(_host.Address, "fullrights");
        await page.OpenAsync("/blanks");
        await page.GetByLabel("Филиал").SelectOptionAsync("Ломбард №2");
        await Expect(page.GetByText("Сейчас чистых: 50, следующий ГП00000401")).ToBeVisibleAsync();
        await page.GetByLabel("По", new() { Exact = true }).FillAsync("31.02");
        await page.GetByLabel("По", new() { Exact = true }).PressAsync("Tab");
        await Expect(page.GetByText("Введите день, например 24.10.2022")).ToBeVisibleAsync();
        await page.GetByLabel("По", new() { Exact = true }).FillAsync("01.01.2020");
        await page.GetByLabel("По", new() { Exact = true }).PressAsync("Tab");
        await Expect(page.GetByText("Конец периода раньше начала")).ToBeVisibleAsync();

        var admin = await NewPageAsync(_host.Address, "admin");
        await admin.OpenAsync("/blanks?show=ClosingClean");
        await Expect(admin.GetByRole(AriaRole.Row).Filter(new() { HasText = "ГП00000200" })).ToContainTextAsync("138");
        await Expect(admin.GetByRole(AriaRole.Button, new() { Name = "Отметить испорченным" })).ToHaveCountAsync(0);
        await Expect(admin.GetByRole(AriaRole.Button, new() { Name = "Принять бланки" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task On_plain_paper_the_wizard_says_so_and_the_tickets_number_themselves()
    {
        var office = await NewPageAsync(_host.Address, "fullrights");
        await office.OpenAsync("/settings/policy");
        await office.GetByLabel("Печатать на простой бумаге, номера присваивать автоматически").CheckAsync();
        await PressAsync(office, "Сохранить");
        await Expect(office.GetByText("Сохранено").First).ToBeVisibleAsync();

        var page = await NewPageAsync(_host.Address, "receiver");
        await page.OpenNewGroupAsync();
        await page.ChooseMorozovaAsync();
        await page.TakeItemsAsync("4200", "3300");
        await Expect(page.GetByText("Печать на простой бумаге")).ToBeVisibleAsync();
        await page.ValueAsync("№ бланка", "по порядку");
        await (await page.RunAndWaitForPopupAsync(() => PressAsync(page, "Печать"))).CloseAsync();
        await Expect(page.Ticket(1)).ToContainTextAsync("ЛВЕС-Б00000001");
        await Expect(page.Ticket(2)).ToContainTextAsync("ЛВЕС-Б00000002");
        await page.ShootAsync("wizard-plain-paper");
        await PressAsync(page, "Испорчен");
        await page.OpenDialog().GetByLabel("Причина").FillAsync("замята бумага");
        await PressAsync(page, "Отметить испорченным");
        await Expect(page.Ticket(1)).ToContainTextAsync("не напечатан");

        await page.OpenAsync("/blanks?show=Plain");
        await Expect(Figure(page, "Напечатано на простой бумаге")).ToHaveTextAsync("2");
        await Expect(page.GetByText("Билеты печатаются на простой бумаге")).ToBeVisibleAsync();
    }

    private static ILocator Figure(IPage page, string name) =>
        page.Locator(".figures tr").Filter(new() { Has = page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }) }).Locator("td");

    private static Task PressAsync(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}
