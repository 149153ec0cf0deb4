using Kvell.Infrastructure.Demo;
using Kvell.Tests.Browser;
using Kvell.Tests.Hosting;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.Pledges;

/// <summary>The line to the server breaks while somebody types.</summary>
public sealed class LostLineTests(BrowserFixture browser, KvellHost host) : BrowserTest(browser), IClassFixture<KvellHost>
{
    private static readonly string[] Complaints = ["_blazor", "WebSocket", "Connection", "the connection", "negotiation", "ERR_CONNECTION", "ERR_FAILED"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public override ValueTask InitializeAsync()
    {
        foreach (var part in Complaints)
            Troubles.Expect(part);
        return base.InitializeAsync();
    }

    [Fact]
    public async Task What_was_typed_into_a_dead_line_is_saved_when_it_is_back_and_the_caret_is_where_it_was()
    {
        var page = await NewPageAsync(host.Address, "receiver");
        var line = await BreakableLine.OfAsync(page);
        await page.OpenNewGroupAsync();
        await page.GetByLabel("Фамилия", new() { Exact = true }).FillAsync("Дроздов");
        await Expect(page.GetByText("Черновик сохранён в")).ToBeVisibleAsync();

        line.Deafen();
        var field = page.GetByLabel("Имя", new() { Exact = true });
        await field.FillAsync("Пётр");
        await field.FocusAsync();
        await line.BreakAsync();
        await Expect(page.GetByText("Нет связи с сервером")).ToBeVisibleAsync();
        line.Mend();

        // The line may come back by itself in this very moment, and the dialog with the button go.
        await page.Locator("[data-reconnect=retry]").DispatchEventAsync("click");
        await Expect(page.GetByText("Нет связи с сервером")).ToBeHiddenAsync();
        await Expect(field).ToBeFocusedAsync();
        await Expect(page.GetByText("Черновик сохранён в")).ToBeVisibleAsync();

        var second = await NewPageAsync(host.Address, "receiver");
        await second.OpenAsync(new Uri(page.Url).AbsolutePath);
        await second.ValueAsync("Имя", "Пётр");
    }

    /// <summary>Takes more than five seconds: a server is started twice.</summary>
    [Fact]
    public async Task After_a_killed_and_restarted_server_the_same_field_is_open_with_what_was_typed()
    {
        var folder = Directory.CreateTempSubdirectory("kvell-lost-line-").FullName;
        File.Copy(SeededDatabase.File, Path.Combine(folder, "kvell.db"));
        var first = KvellProcess.Start(folder);
        var site = (await first.AddressAsync(Stop))!;
        var page = await NewPageAsync(site, "receiver");
        await page.OpenNewGroupAsync();
        await page.OpenTabAsync("Перечень имущества");
        var cell = page.GetByLabel("Описание, предмет 1");
        await cell.FillAsync("Панцирное плетение");
        await cell.FocusAsync();
        first.Kill();
        await first.ExitAsync(Stop);
        first.Dispose();
        await Expect(page.GetByText("Нет связи с сервером")).ToBeVisibleAsync();

        using var second = KvellProcess.Start(folder, settings: [("urls", site.GetLeftPart(UriPartial.Authority))]);
        Assert.Equal(site, await second.AddressAsync(Stop));
        await Expect(page.GetByText("Нет связи с сервером")).ToBeHiddenAsync(new() { Timeout = 30_000 });
        await Expect(cell).ToHaveValueAsync("Панцирное плетение");
        await Expect(cell).ToBeFocusedAsync();
        await page.CloseAsync();
        second.Kill();
        await second.ExitAsync(Stop);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_colleague_takes_a_shifts_draft_over()
    {
        var page = await NewPageAsync(host.Address, "receiver");
        await page.OpenNewGroupAsync();
        await page.GetByLabel("Фамилия", new() { Exact = true }).FillAsync("Журавлёв");
        await Expect(page.GetByText("Черновик сохранён в")).ToBeVisibleAsync();
        var colleague = await NewPageAsync(host.Address, "fullrights");
        await colleague.OpenAsync("/");
        await colleague.Locator(".drafts li", new() { HasText = "Журавлёв" }).GetByRole(AriaRole.Link, new() { Name = "Продолжить" })
            .Or(colleague.Locator(".unfinished", new() { HasText = "Журавлёв" }).GetByRole(AriaRole.Link, new() { Name = "Продолжить" })).ClickAsync();
        await Expect(colleague.GetByText($"Черновик открыт в другом окне: {DemoAccounts.All[0].FullName}")).ToBeVisibleAsync();
        await colleague.GetByRole(AriaRole.Button, new() { Name = "Продолжить здесь" }).ClickAsync();
        await colleague.GetByLabel("Имя", new() { Exact = true }).FillAsync("Олег");
        await Expect(colleague.GetByText("Черновик сохранён в")).ToBeVisibleAsync();
        await Expect(page.GetByText("Черновик открыт в другом окне.")).ToBeVisibleAsync();
    }
}
