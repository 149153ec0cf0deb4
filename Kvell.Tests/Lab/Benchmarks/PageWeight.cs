using Kvell.Tests.Browser;

namespace Kvell.Tests.Lab.Benchmarks;

/// <summary>Bytes of a cold page over those of MudBlazor's bare template, published alike.</summary>
internal sealed class PageWeight(string name, string path, string? user) : Benchmark
{
    public override string Name => name;

    public override string Aim => "≤ 1.5";

    public override async Task<double> MeasureAsync(Action<string> say)
    {
        using var bareProject = await PublishedProject.MakeAsync("Kvell.Tests/Lab/Bare");
        using var kvellProject = await PublishedProject.MakeAsync("Kvell.Web");
        using var bare = bareProject.Start();
        using var kvell = kvellProject.Start();
        await Task.WhenAll(bare.AnswersAsync("/"), kvell.AnswersAsync("/account/sign-in"));
        await using var browser = new BrowserFixture();
        var (ours, theirs) = (new List<(double Http, double Circuit)>(), new List<(double Http, double Circuit)>());
        for (var i = 0; i < Rounds; i++)
        {
            theirs.Add(await ColdPage.BytesAsync(browser, bare.Address, "/", null, isInteractive: true));
            ours.Add(await ColdPage.BytesAsync(browser, kvell.Address, path, user, isInteractive: user is not null));
        }

        say($"{name}: {Describe(ours)}; bare: {Describe(theirs)}");
        return Median(ours.Select(Sum)) / Median(theirs.Select(Sum));
    }

    private static double Sum((double Http, double Circuit) bytes) => bytes.Http + bytes.Circuit;

    private static string Describe(List<(double Http, double Circuit)> bytes) =>
        $"{Median(bytes.Select(each => each.Http)) / 1000:0.0} kB by HTTP and {Median(bytes.Select(each => each.Circuit)) / 1000:0.0} kB by the circuit";
}
