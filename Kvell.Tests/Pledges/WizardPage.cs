using Kvell.Tests.Browser;
using Microsoft.Playwright;

namespace Kvell.Tests.Pledges;

/// <summary>What wizard tests do with its page.</summary>
internal static class WizardPage
{
    public static async Task OpenNewGroupAsync(this IPage page)
    {
        await page.GotoAsync("/pledges/group");
        await page.GetByLabel("Фамилия, телефон или паспорт").WaitForAsync();
        await page.InteractiveAsync();
    }

    /// <summary>The client whose checks are fresh.</summary>
    public static Task ChooseMorozovaAsync(this IPage page) => page.ChooseClientAsync("морозова", "Морозова Елена Андреевна", "Елена");

    public static async Task ChooseClientAsync(this IPage page, string typed, string name, string first)
    {
        await page.GetByLabel("Фамилия, телефон или паспорт").FillAsync(typed);
        await page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
        await page.ValueAsync("Имя", first);
    }

    public static Task ValueAsync(this IPage page, string label, string value) =>
        Assertions.Expect(page.GetByLabel(label, new() { Exact = true })).ToHaveValueAsync(value);

    public static Task OpenTabAsync(this IPage page, string name) => page.GetByRole(AriaRole.Tab, new() { Name = name, Exact = true }).ClickAsync();

    public static async Task AddItemAsync(this IPage page, int number, string kind, string gross, string loan)
    {
        await page.GetByLabel($"Вид, предмет {number}").FillAsync(kind);
        await page.GetByLabel($"Общий вес, предмет {number}").FillAsync(gross);
        await page.GetByLabel($"Сумма займа, предмет {number}").FillAsync(loan);
    }
}
