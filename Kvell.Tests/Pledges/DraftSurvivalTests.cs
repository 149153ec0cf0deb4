using Kvell.Tests.Browser;
using Kvell.Tests.Hosting;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.Pledges;

public sealed class DraftSurvivalTests(BrowserFixture browser) : BrowserTest(browser)
{
    /// <summary>What a power cut may take of the typing.</summary>
    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(0.5);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Two starts of the application in processes of their own: longer than five seconds.</summary>
    [Fact]
    public async Task What_was_typed_half_a_second_before_a_power_cut_is_there_again()
    {
        var folder = Directory.CreateTempSubdirectory("kvell-survival-");
        File.Copy(SeededDatabase.File, Path.Combine(folder.FullName, "kvell.db"));
        var address = await TypeAndCutAsync(folder.FullName);

        using var again = KvellProcess.Start(folder.FullName);
        var site = (await again.AddressAsync(Stop))!;
        var page = await NewPageAsync(site, "receiver");
        await page.OpenAsync(address.PathAndQuery);
        await page.ValueAsync("Вид, предмет 1", "Цепь");
        await page.ValueAsync("Сумма займа, предмет 1", "42,0,0");
        await Expect(page.GetByText("Черновик открыт в другом окне")).ToHaveCountAsync(0);
        await page.OpenTabAsync("Залогодатель");
        await page.ValueAsync("Фамилия", "Кузнецова-Петрова");
        again.Kill();
        await again.ExitAsync(Stop);
        folder.Delete(recursive: true);
    }

    public override ValueTask InitializeAsync()
    {
        // A page whose server was cut off says so.
        foreach (var part in new[] { "_blazor", "WebSocket", "Connection", "the connection", "negotiation", "ERR_CONNECTION" })
            Troubles.Expect(part);
        return base.InitializeAsync();
    }

    private async Task<Uri> TypeAndCutAsync(string folder)
    {
        using var server = KvellProcess.Start(folder);
        var page = await NewPageAsync((await server.AddressAsync(Stop))!, "receiver");
        await page.OpenNewGroupAsync();
        await page.GetByLabel("Фамилия", new() { Exact = true }).FocusAsync();
        await page.Keyboard.TypeAsync("Кузнецова-Петрова", new() { Delay = 10 });
        await page.OpenTabAsync("Перечень имущества");
        await page.GetByLabel("Вид, предмет 1").FillAsync("Цепь");
        await page.GetByLabel("Сумма займа, предмет 1").FocusAsync();
        await page.Keyboard.TypeAsync("42,0,0", new() { Delay = 10 });

        // The promise is about time, so time is what is waited for.
        await Task.Delay(Promise, Stop);
        server.Kill();
        await server.ExitAsync(Stop);
        var address = new Uri(page.Url);
        await page.CloseAsync();
        return address;
    }
}
