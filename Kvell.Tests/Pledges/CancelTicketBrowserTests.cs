using Kvell.Tests.Browser;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Hosting;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.Pledges;

/// <summary>«Отмена залогового билета» and, after posting, «Обнулить операцию» on the wizard's last tab.</summary>
public sealed class CancelTicketBrowserTests(BrowserFixture browser, KvellHost host) : BrowserTest(browser), IClassFixture<KvellHost>
{
    [Fact]
    public async Task A_cancelled_tickets_item_is_put_into_another_and_the_group_is_posted()
    {
        var page = await OpenAsync("4200", "3300");
        await (await page.RunAndWaitForPopupAsync(() => PressAsync(page, "Печать"))).CloseAsync();
        var blank = await page.Ticket(2).Locator(".bso").InnerTextAsync();
        await page.GetByLabel("Билет", new() { Exact = true }).SelectOptionAsync("Билет №02");
        await PressAsync(page, "Отмена залогового билета");
        await Expect(page.OpenDialog()).ToContainTextAsync($"Бланк {blank.Trim()} станет испорченным.");
        await PressAsync(page, "Не отменять");
        await Expect(page.Ticket(2)).ToHaveCountAsync(1);

        await PressAsync(page, "Отмена залогового билета");
        await PressAsync(page, "Отменить билет");
        await Expect(page.GetByText("Билет №02 отменён. Его предметы остались в «Перечне имущества» без билета.")).ToBeVisibleAsync();
        await Expect(page.Ticket(2)).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Провести" })).ToBeDisabledAsync();
        await page.ShootAsync("ticket-cancelled");

        await page.OpenTabAsync("Перечень имущества");
        await Expect(page.GetByText("Предмет 2: билет отменён: выберите другой или удалите предмет")).ToBeVisibleAsync();
        await page.ShootAsync("ticket-cancelled-items");
        await page.GetByLabel("Билет, предмет 2").SelectOptionAsync("Билет №01");
        await page.OpenTabAsync("Оформление документов");
        await page.PostAsync();
        await Expect(page.Ticket(1)).ToContainTextAsync("7 500,00");
        await page.ReloadAsync();
        await page.InteractiveAsync();
        await Expect(page.Ticket(1)).ToContainTextAsync("7 500,00");
    }

    [Fact]
    public async Task What_went_to_the_card_is_refused_word_for_word()
    {
        var page = await OpenAsync("4200");
        await page.PostAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Отмена залогового билета" })).ToHaveCountAsync(0);
        await page.PayAsync(PayoutDesk.GoodCard);
        await page.ExpectStateAsync(1, "Выполнено");
        await PressAsync(page, "Обнулить операцию");
        await Expect(page.GetByRole(AriaRole.Alert).GetByText("Обнуление операции, которая прошла по эквайрингу, заблокировано.", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.OpenDialog()).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_printed_receipt_is_returned_first()
    {
        var page = await OpenAsync("1500");
        await page.GetByLabel("Наличные").FillAsync("1500");
        await page.PostAsync();
        await (await page.RunAndWaitForPopupAsync(() => PressAsync(page, "Печать чека"))).CloseAsync();
        await Expect(page.Ticket(1).Locator("tr.t td").Nth(2)).ToContainTextAsync("Да");
        await PressAsync(page, "Обнулить операцию");
        await Expect(page.GetByRole(AriaRole.Alert).GetByText("Чек пробит: сначала «Чек возврата».")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Posted_and_unpaid_it_is_zeroed_with_a_reason()
    {
        var page = await OpenAsync("1500");
        await page.PostAsync();
        await PressAsync(page, "Обнулить операцию");
        await PressAsync(page, "Обнулить");
        await Expect(page.GetByText("Напишите причину")).ToBeVisibleAsync();
        await page.OpenDialog().GetByLabel("Причина").FillAsync("клиент передумал");
        await PressAsync(page, "Обнулить");
        await Expect(page.GetByRole(AriaRole.Alert).GetByText("обнулена.")).ToBeVisibleAsync();
        await Expect(page.Ticket(1)).ToContainTextAsync("клиент передумал");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Обнулить операцию" })).ToHaveCountAsync(0);
    }

    private async Task<IPage> OpenAsync(params string[] loans)
    {
        var page = await NewPageAsync(host.Address, "receiver");
        await page.OpenNewGroupAsync();
        await page.ChooseMorozovaAsync();
        await page.TakeItemsAsync(loans);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Провести" })).ToBeEnabledAsync();
        return page;
    }

    private static Task PressAsync(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}
