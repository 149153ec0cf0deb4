using Hangfire;
using Kvell.Domain.Pledges.Forms;
using Kvell.Infrastructure.Sealing;
using Kvell.Infrastructure.Settings;
using Kvell.Tests.Browser;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Hosting;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.Sealing;

/// <summary>
/// Payouts to every card of the table by one server, and by another process, whose console is heard, to the card that does the
/// same by kopecks; both on one database. Before them a number is planted wherever the search will look.
/// </summary>
public sealed class CardWalk(BrowserFixture browser) : IAsyncLifetime
{
    private const string ByKopecks = "2200000000000095";
    private const string PlantedNumber = "5105105105105100";

    private static readonly Dictionary<string, string> Ends = new()
    {
        ["4111111111111111"] = "Выполнено",
        ["2200000000000004"] = "Выполнено",
        ["2200000000000012"] = "Выполнено",
        ["2200000000000020"] = "Отклонено",
        ["2200000000000038"] = "Выполнено",
        ["2200000000000046"] = "Выполнено",
        ["2200000000000053"] = "Выполнено",
        ["2200000000000061"] = "Выполнено",
        ["2200000000000079"] = "Отклонено",
        ["2200000000000087"] = "Выполнено",
    };

    private static readonly Dictionary<string, string> Pace = new() { ["Emulator:Speed"] = "10", ["Kvell:NotFoundGrace"] = "00:00:01" };

    private readonly List<IBrowserContext> _contexts = [];

    internal MovableTime Time { get; } = new();

    internal string Folder { get; } = Directory.CreateTempSubdirectory("kvell-cards-").FullName;

    internal KvellHost Host { get; private set; } = null!;

    internal KvellProcess Process { get; private set; } = null!;

    internal PayoutDesk Desk { get; private set; } = null!;

    internal RenderedText Rendered { get; } = new();

    internal RenderedText RenderedPlant { get; } = new();

    /// <summary>Looks for every card's number, the terminal's secret and its private key.</summary>
    internal SecretHunter Hunter { get; private set; } = null!;

    internal SecretHunter PlantHunter { get; } = new(Forbidden.Card(PlantedNumber));

    internal static IReadOnlyCollection<string> Masks => [.. Ends.Keys.Append(ByKopecks).Select(card => $"{card[..6]}******{card[^4..]}")];

    public async ValueTask InitializeAsync()
    {
        Host = new KvellHost(new KvellHostOptions { Folder = Folder, Time = Time, Settings = Pace });
        Process = KvellProcess.Start(Folder, settings: Pace.Select(pair => (pair.Key, pair.Value)));
        Desk = await PayoutDesk.OpenAsync(Host);
        Hunter = new SecretHunter([.. Ends.Keys.Append(ByKopecks).Select(Forbidden.Card), .. await TerminalSecretsAsync()]);
        var other = (await Process.AddressAsync(TestContext.Current.CancellationToken))!;
        await PlantAsync(other);
        var receiver = await NewContextAsync(Host.Address, "receiver");
        await Task.WhenAll(Ends.Keys.Select(async card => await WalkAsync(await NewPageAsync(receiver, Rendered), card)).Append(WalkByKopecksAsync(other)));
        await SeeTheOfficeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var context in _contexts)
            await context.CloseAsync();
        Desk.Dispose();
        Process.Dispose();
        await Host.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task<Forbidden[]> TerminalSecretsAsync()
    {
        await using var db = await Desk.DatabaseAsync();
        var terminal = (await KvellReadinessCheck.LatestTerminalAsync(db, Desk.Actor.BranchId!.Value, TestContext.Current.CancellationToken))!;
        var seals = Desk.Get<Seals>();
        return
        [
            Forbidden.Secret("terminal secret", seals.TerminalSecret.OpenText(terminal.SealedSecret!)),
            Forbidden.PrivateKey("private key", seals.TerminalKey.OpenText(terminal.SealedPrivateKey!)),
        ];
    }

    /// <summary>By the application's own ways: a draft's text, which is stored and rendered; an address, which is logged; a job.</summary>
    private async Task PlantAsync(Uri other)
    {
        var draft = await Desk.DraftAsync(
            form =>
            {
                form.Tab = WizardTab.Items;
                form.Items[0].Description = PlantedNumber;
            },
            "1500");
        var page = await NewPageAsync(await NewContextAsync(other, "receiver"), RenderedPlant);
        await page.OpenAsync($"/pledges/group/{draft}");
        await RenderedPlant.SeeAsync(page);
        using (var visitor = Visitor.Create(other))
            (await visitor.GetAsync(new Uri($"/{PlantedNumber}", UriKind.Relative), TestContext.Current.CancellationToken)).Dispose();
        Desk.Get<IBackgroundJobClient>().Schedule(() => Console.WriteLine(PlantedNumber), TimeSpan.FromDays(1));
    }

    private async Task WalkAsync(IPage page, string card)
    {
        var loan = await LoanOnScreen.OpenAsync(Desk, page, "1500");
        await Rendered.SeeAsync(page);
        await PayAsync(page, card);
        if (card == "2200000000000038")
            await EnterCodeAsync(loan, 1);
        await loan.ShowsAsync(Ends[card]);
        await page.PressTopUpAsync();
        await Expect(page.GetByText(Ends[card] == "Выполнено" ? "Все займы уже выплачены на карту" : "Использовать карту")).ToBeVisibleAsync();
        await Rendered.SeeAsync(page);
        await page.OpenAsync($"/top-ups/{(await Desk.TopUpsAsync(loan.DraftId))[0].Id}");
        await LoanOnScreen.DocumentShowsAsync(page, Ends[card]);
        await Rendered.SeeAsync(page);
    }

    private async Task WalkByKopecksAsync(Uri site)
    {
        var page = await NewPageAsync(await NewContextAsync(site, "receiver"), Rendered);
        var loan = await LoanOnScreen.OpenAsync(Desk, page, [.. Enumerable.Range(0, 9).Select(kopecks => $"1500,0{kopecks}")]);
        await PayAsync(page, ByKopecks);
        await EnterCodeAsync(loan, 4);
        for (var ticket = 1; ticket <= 9; ticket++)
            await loan.ShowsAsync(ticket is 3 or 8 ? "Отклонено" : "Выполнено", ticket);
        await Rendered.SeeAsync(page);
    }

    /// <summary>Looks at the page while the number stands open in its field, and right after the press.</summary>
    private async Task PayAsync(IPage page, string card)
    {
        await page.PressTopUpAsync();
        await page.TypeCardAsync(card);
        await Expect(page.OpenDialog()).ToContainTextAsync($"{card[..6]}******{card[^4..]}");
        await Rendered.SeeAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Выплатить", Exact = true }).ClickAsync();
        await Expect(page.OpenDialog()).ToHaveCountAsync(0);
        await Rendered.SeeAsync(page);
    }

    private async Task EnterCodeAsync(LoanOnScreen loan, int ticket)
    {
        await loan.ShowsAsync("Ожидает код", ticket);
        await loan.OpenCodesAsync(ticket);
        await Rendered.SeeAsync(loan.Page);
        await loan.TypeCodeAsync("123456");
        await Expect(loan.Page.OpenDialog()).ToHaveCountAsync(0, new() { Timeout = 15_000 });
    }

    /// <summary>The lists, each kind of call opened in the log, and the jobs.</summary>
    private async Task SeeTheOfficeAsync()
    {
        var page = await NewPageAsync(await NewContextAsync(Host.Address, "fullrights"), Rendered);
        foreach (var path in new[] { "/", "/pledges", "/top-ups", "/request-log", "/emulator" })
        {
            await page.OpenAsync(path);
            await Expect(page.GetByText("Загрузка")).ToHaveCountAsync(0);
            await Rendered.SeeAsync(page);
        }

        foreach (var method in new[] { "/v1/orders/account2card", "/v1/orders/account2card/confirm", "/v1/orders/" })
        {
            await page.OpenAsync("/request-log");
            await page.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByText(method, new() { Exact = true }) }).First.ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Запрос", Exact = true })).ToBeVisibleAsync();
            await Rendered.SeeAsync(page);
        }

        var jobs = await NewPageAsync(await NewContextAsync(Host.Address, "admin"), Rendered);
        foreach (var path in new[] { "/jobs", "/jobs/jobs/scheduled", "/jobs/jobs/succeeded", "/jobs/recurring" })
        {
            await jobs.GotoAsync(path);
            await Rendered.SeeAsync(jobs);
        }
    }

    private async Task<IBrowserContext> NewContextAsync(Uri site, string user)
    {
        var context = await browser.NewContextAsync(site, user);
        _contexts.Add(context);
        return context;
    }

    private static async Task<IPage> NewPageAsync(IBrowserContext context, RenderedText rendered)
    {
        var page = await context.NewPageAsync();
        rendered.Watch(page);
        return page;
    }
}
