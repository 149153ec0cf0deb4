using Kvell.Tests.Browser;
using Microsoft.Playwright;

namespace Kvell.Tests.Lab.Benchmarks;

/// <summary>Heap that an idle circuit keeps on the wizard, over one of MudBlazor's bare template.</summary>
internal sealed class CircuitHeap : Benchmark
{
    private const int Circuits = 8;
    private const string Wizard = "/pledges/group";

    public override string Name => "circuit";

    public override string Aim => "≤ 4";

    public override async Task<double> MeasureAsync(Action<string> say)
    {
        using var bareProject = await PublishedProject.MakeAsync("Kvell.Tests/Lab/Bare");
        using var kvellProject = await PublishedProject.MakeAsync("Kvell.Web");
        await using var browser = new BrowserFixture();
        var theirs = await MeasureAsync(bareProject, browser, "/", null);
        var ours = await MeasureAsync(kvellProject, browser, Wizard, "receiver");
        say($"{Name}: {ours / 1024:0} KiB on the wizard, {theirs / 1024:0} KiB bare");
        return ours / theirs;
    }

    /// <returns>Bytes a circuit: what some more of them add, when some are open already.</returns>
    private static async Task<double> MeasureAsync(PublishedProject project, BrowserFixture browser, string path, string? user)
    {
        using var site = project.Start();
        await site.AnswersAsync(user is null ? path : "/account/sign-in");
        await using var context = await browser.NewContextAsync(site.Address, user);
        await OpenAsync(context, path);
        var before = await site.HeapAsync();
        var each = new List<double>();
        for (var i = 0; i < Rounds; i++)
        {
            await OpenAsync(context, path);
            var after = await site.HeapAsync();
            each.Add((after - before) / Circuits);
            before = after;
        }

        return Median(each);
    }

    private static async Task OpenAsync(IBrowserContext context, string path)
    {
        for (var i = 0; i < Circuits; i++)
        {
            var page = await context.NewPageAsync();
            await page.OpenAsync(path);
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        }
    }
}
