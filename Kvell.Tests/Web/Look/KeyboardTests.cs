using Kvell.Tests.Browser;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Hosting;
using Kvell.Tests.Pledges;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.Web.Look;

public sealed class KeyboardTests(BrowserFixture browser, KvellHost host) : BrowserTest(browser), IClassFixture<KvellHost>
{
    /// <summary>Takes more than five seconds: some hundred stops, each looked at.</summary>
    [Fact]
    public async Task From_the_sign_in_page_to_money_on_the_card_without_a_mouse()
    {
        var page = await NewPageAsync(host.Address);
        await page.GotoAsync("/");
        await Expect(page.GetByLabel("Имя пользователя")).ToBeFocusedAsync();
        await page.TypeAsync("receiver");
        await page.TabToAsync("Пароль");
        await page.TypeAsync(PageActions.DemoPassword);
        await page.TabToAsync("Войти");
        await page.Keyboard.PressAsync("Enter");

        await page.InteractiveAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Рабочий стол" })).ToBeFocusedAsync();
        await page.TabToAsync("Выдать займ");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("Фамилия, телефон или паспорт")).ToBeFocusedAsync();
        await page.TypeAsync("морозова");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Морозова Елена Андреевна" })).ToBeVisibleAsync();
        await page.TabToAsync("Морозова Елена Андреевна");
        await page.Keyboard.PressAsync("Enter");
        await page.ValueAsync("Имя", "Елена");
        await page.TabToAsync("Далее");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Проверено сегодня" }).First).ToBeFocusedAsync();
        await page.TabToAsync("Далее");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("Вид, предмет 1")).ToBeFocusedAsync();
        await page.TypeAsync("Цепь");
        await page.TabToAsync("Общий вес");
        await page.TypeAsync("8,00");
        await page.TabToAsync("Сумма займа");
        await page.TypeAsync("5000");
        await page.TabToAsync("Далее");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByLabel("Дата", new() { Exact = true })).ToBeFocusedAsync();
        await page.TabToAsync("Провести");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("Все операции проведены")).ToBeVisibleAsync();
        await page.TabToAsync("Пополнение карты клиента F8");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("Номер карты")).ToBeFocusedAsync();
        await page.TypeAsync("2200000000000004");
        await page.TabToAsync("Карта принадлежит");
        await page.Keyboard.PressAsync("Space");
        await page.TabToAsync("Выплатить");
        await page.Keyboard.PressAsync("Enter");
        await page.ExpectStateAsync(1, "Выполнено");
        await page.ExpectPaidAsync(1, paid: true);
    }
}
