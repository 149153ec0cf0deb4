using System.Text.RegularExpressions;
using Kvell.Infrastructure.Emulator;
using Kvell.Tests.Browser;
using Kvell.Tests.Hosting;
using Kvell.Tests.Pledges;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.CardTopUps;

/// <summary>The main job in a real Chromium, from the sign-in page to money on the card.</summary>
public sealed class MainJobTests(BrowserFixture browser, KvellHost host) : BrowserTest(browser), IClassFixture<KvellHost>
{
    /// <summary>Takes more than five seconds: some forty fields are typed, one by one, by a person's keys.</summary>
    [Fact]
    public async Task A_new_client_walks_in_with_four_items_and_the_money_reaches_the_card()
    {
        var page = await NewPageAsync(host.Address);
        await page.SignInAsync("receiver");
        await page.InteractiveAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Выдать займ" }).Or(page.GetByRole(AriaRole.Button, new() { Name = "Выдать займ" })).ClickAsync();
        await Expect(page.GetByLabel("Фамилия, телефон или паспорт")).ToBeFocusedAsync();
        await page.TakeNewClientAsync("Чайковский", "700123");
        await page.TakeItemsAsync("6500", "4200", "3300", "2000");
        await Expect(page.GetByText("Наличные: 0 руб., Безналичные: 16 000 руб., Всего: 16 000 руб.")).ToBeVisibleAsync();
        var printed = await page.RunAndWaitForPopupAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Печать", Exact = true }).ClickAsync());
        await Expect(printed.GetByText("ГП00000063").First).ToBeVisibleAsync();
        await printed.CloseAsync();
        await Expect(page.Ticket(4)).ToContainTextAsync("ГП00000066");
        await Expect(page.GetByText("Количество чистых бланков: 134")).ToBeVisibleAsync();
        await page.PostAsync();
        await page.ShootAsync("posted");
        await page.PressTopUpAsync();
        await page.TypeCardAsync("2200 0000 0000 0004");
        await Expect(page.OpenDialog()).ToContainTextAsync("Выплатить 16 000,00 ₽ (4 билета) на карту 220000******0004, Чайковский П. И.?");
        await Expect(page.GetByText("Карта принадлежит Чайковскому П. И., сверено")).ToBeVisibleAsync();
        await page.ShootAsync("card-dialog");
        await page.GetByRole(AriaRole.Button, new() { Name = "Выплатить", Exact = true }).ClickAsync();
        for (var ticket = 1; ticket <= 4; ticket++)
        {
            await page.ExpectStateAsync(ticket, "Выполнено");
            await page.ExpectPaidAsync(ticket, paid: true);
        }

        await page.ShootAsync("paid");
        await SeeDocumentsAndLogAsync();
    }

    [Fact]
    public async Task Only_what_is_completed_is_ticked_and_the_next_press_sums_only_what_is_declined()
    {
        host.Services.GetRequiredService<EmulatorControl>().Speed = 5;
        var page = await NewPageAsync(host.Address, "receiver");
        await page.PostGroupAsync("4200", "3300,07", "2000,02", "1500,01");
        await page.PayAsync("2200000000000095");
        await page.ExpectStateAsync(1, "Выполнено");
        await page.ExpectStateAsync(2, "Отклонено");
        await page.ExpectStateAsync(3, "Отклонено", 20_000);
        await page.ExpectStateAsync(4, "Выполнено", 20_000);
        foreach (var (ticket, paid) in new[] { (1, true), (2, false), (3, false), (4, true) })
            await page.ExpectPaidAsync(ticket, paid);
        await page.ShootAsync("mixed");
        await page.PressTopUpAsync();
        await Expect(page.OpenDialog()).ToContainTextAsync("Использовать карту 220000******0095?");
        await Expect(page.OpenDialog()).ToContainTextAsync("Выплатить 5 300,09 ₽ (2 билета)");
        await page.GetByRole(AriaRole.Button, new() { Name = "Выбрать другую" }).ClickAsync();
        await page.TypeCardAsync("2200000000000004");
        await page.GetByRole(AriaRole.Button, new() { Name = "Выплатить", Exact = true }).ClickAsync();
        foreach (var ticket in new[] { 2, 3 })
            await page.ExpectStateAsync(ticket, "Выполнено", 20_000);
        await page.PressTopUpAsync();
        await Expect(page.GetByText("Все займы уже выплачены на карту")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_repeat_client_gets_one_rouble_for_one_item()
    {
        var page = await NewPageAsync(host.Address, "receiver");
        await page.PostGroupAsync("1");
        await Expect(page.GetByText("Наличные: 0 руб., Безналичные: 1 руб., Всего: 1 руб.")).ToBeVisibleAsync();
        await page.PayAsync("4111111111111111");
        await page.ExpectStateAsync(1, "Выполнено");
        await page.ExpectPaidAsync(1, paid: true);
    }

    private async Task SeeDocumentsAndLogAsync()
    {
        var page = await NewPageAsync(host.Address, "fullrights");
        await page.OpenAsync("/top-ups");
        var documents = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Чайковский П. И." });
        await Expect(documents).ToHaveCountAsync(4);
        await Expect(documents.Filter(new() { HasText = "Выполнено" })).ToHaveCountAsync(4);
        var numbers = (await documents.AllInnerTextsAsync()).Select(row => Regex.Match(row, @"ЛВЕС-\d{6}").Value).ToList();
        Assert.Equal(4, numbers.Distinct().Count());
        await page.ShootAsync("top-ups");
        await page.OpenAsync("/request-log");
        foreach (var number in numbers)
        {
            var call = page.GetByRole(AriaRole.Row).Filter(new() { HasText = $"Пополнение карты клиента {number}" });
            await Expect(call).ToHaveCountAsync(1);
            await Expect(call).ToContainTextAsync("/v1/orders/account2card");
            await Expect(call).ToContainTextAsync("COMPLETED");
        }

        await page.ShootAsync("request-log");
    }
}
