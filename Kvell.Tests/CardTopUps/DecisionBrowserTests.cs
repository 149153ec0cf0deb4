using System.Text.RegularExpressions;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Emulator;
using Kvell.Tests.Browser;
using Kvell.Tests.Hosting;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.CardTopUps;

/// <summary>Rule 13 on the screen: KVELL is silent for an hour; one person proposes, another confirms, two take it back.</summary>
public sealed class DecisionBrowserTests(BrowserFixture browser) : BrowserTest(browser)
{
    private readonly MovableTime _time = new();

    private KvellHost _host = null!;

    private PayoutDesk _desk = null!;

    private Guid _topUp;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public override async ValueTask InitializeAsync()
    {
        _host = new KvellHost(new KvellHostOptions { Time = _time });
        _desk = await PayoutDesk.OpenAsync(_host);
        _desk.Get<EmulatorControl>().Speed = 0.01;
        var draft = await _desk.PostedAsync("1500");
        Assert.Null(await _desk.PayAsync(await _desk.OfferAsync(draft), "2200000000000012"));
        await _desk.UntilAsync(draft, topUps => topUps.Count == 1 && topUps[0].State == TopUpState.Processing);
        _topUp = (await _desk.TopUpsAsync(draft))[0].Id;
        await _desk.Get<EmulatorControl>().SetOfflineAsync(true, Stop);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _desk.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task One_proposes_and_another_confirms_and_the_journal_shows_both()
    {
        var proposer = await OpenAsync("fullrights", TimeSpan.FromMinutes(20));
        await Expect(Panel(proposer)).ToContainTextAsync("решение можно предложить с");
        await Expect(Button(proposer, "Предложить решение")).ToHaveCountAsync(0);
        proposer = await OpenAsync("fullrights", TimeSpan.FromMinutes(61));
        await Button(proposer, "Предложить решение").ClickAsync();
        await Button(proposer, "Предложить").ClickAsync();
        await Expect(proposer.OpenDialog().GetByRole(AriaRole.Alert)).ToHaveCountAsync(4);
        await FillAsync(proposer, "Не оплачено");
        await proposer.GetByLabel("Файл", new() { Exact = true }).SetInputFilesAsync(new FilePayload { Name = "kvell-4471.pdf", MimeType = "application/pdf", Buffer = new byte[2048] });
        await Expect(proposer.OpenDialog()).ToContainTextAsync("kvell-4471.pdf");
        await ProposeAsync(proposer);
        await Expect(Panel(proposer)).ToContainTextAsync("Подтвердить должен другой человек");
        await Expect(Button(proposer, "Подтвердить решение")).ToHaveCountAsync(0);

        var other = await OpenAsync("admin", _time.Ahead);
        await Expect(Panel(other)).ToContainTextAsync("№ 4471 от");
        var download = await other.RunAndWaitForDownloadAsync(() => Panel(other).GetByRole(AriaRole.Link, new() { Name = "kvell-4471.pdf, 2 КБ" }).ClickAsync());
        Assert.Equal(2048, new FileInfo(await download.PathAsync()).Length);
        await Button(other, "Подтвердить решение").ClickAsync();
        await LoanOnScreen.DocumentShowsAsync(other, "Отклонено");
        await LoanOnScreen.DocumentShowsAsync(proposer, "Отклонено");
        var journal = proposer.GetByRole(AriaRole.Region, new() { Name = "Журнал решений" });
        await Expect(journal.Locator("tbody tr")).ToHaveTextAsync([new Regex("Подтверждено\\s*Не оплачено"), new Regex("Предложено\\s*Не оплачено.*Письмо KVELL", RegexOptions.Singleline)]);
    }

    [Fact]
    public async Task What_is_not_confirmed_stays_open_and_an_Оплачено_by_hand_is_taken_back_by_two()
    {
        var chief = await OpenAsync("fullrights", TimeSpan.FromMinutes(61));
        var deputy = await OpenAsync("fullrights2", _time.Ahead);
        await ProposeAsync(chief, "Оплачено");
        await Button(deputy, "Не подтверждать").ClickAsync();
        await LoanOnScreen.DocumentShowsAsync(chief, "Обрабатывается банком");
        await ProposeAsync(chief, "Оплачено");
        await Button(deputy, "Подтвердить решение").ClickAsync();
        await LoanOnScreen.DocumentShowsAsync(deputy, "Выполнено");

        await Button(deputy, "Вернуть на проверку").ClickAsync();
        await FillAsync(deputy, null);
        await ProposeAsync(deputy);
        var desk = await NewPageAsync(_host.Address, "admin");
        await desk.OpenAsync("/");
        var waiting = desk.GetByRole(AriaRole.Region, new() { Name = "Требует внимания" }).Locator("tbody tr");
        await Expect(waiting).ToContainTextAsync("Предложено «Вернуть на проверку»");
        await waiting.GetByRole(AriaRole.Link, new() { Name = "Открыть" }).ClickAsync();
        await Expect(Button(desk, "Подтвердить решение")).ToBeVisibleAsync();
        await Button(chief, "Подтвердить решение").ClickAsync();
        await LoanOnScreen.DocumentShowsAsync(chief, "Исход неизвестен");
        await Expect(Panel(chief)).ToContainTextAsync("Исход неизвестен больше часа");
        await Expect(chief.GetByRole(AriaRole.Article, new() { Name = "Попытка 1" })).ToContainTextAsync(
            new Regex("Предложено «Оплачено».*Подтверждено «Оплачено».*Предложено «Вернуть на проверку».*Подтверждено «Вернуть на проверку»", RegexOptions.Singleline));
    }

    private async Task<IPage> OpenAsync(string user, TimeSpan later)
    {
        _time.Ahead = later;
        var page = await NewPageAsync(_host.Address, user);
        await page.OpenAsync($"/top-ups/{_topUp}");
        return page;
    }

    private async Task ProposeAsync(IPage page, string choice)
    {
        await Button(page, "Предложить решение").ClickAsync();
        await FillAsync(page, choice);
        await ProposeAsync(page);
    }

    private async Task FillAsync(IPage page, string? choice)
    {
        var local = BranchZone.ToLocal(_time.GetUtcNow().UtcDateTime, TopUpStory.Moscow);
        await page.GetByLabel("Дата и время ответа KVELL").FillAsync(Russian.DateAndTime(local));
        await page.GetByLabel("Номер ответа").FillAsync("4471");
        if (choice is not null)
            await page.OpenDialog().GetByText(choice, new() { Exact = true }).ClickAsync();
        await page.GetByLabel("Причина").FillAsync("Письмо KVELL");
    }

    private static async Task ProposeAsync(IPage page)
    {
        await Button(page, "Предложить").ClickAsync();
        await Expect(page.OpenDialog()).ToHaveCountAsync(0);
    }

    private static ILocator Panel(IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "Решение", Exact = true });

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
