namespace Kvell.Tests.Lab.Benchmarks;

/// <summary>From a process's start to its first page, demo data present, over MudBlazor's bare template.</summary>
internal sealed class ColdStart : Benchmark
{
    public override string Name => "start";

    public override string Aim => "≤ 3";

    public override async Task<double> MeasureAsync(Action<string> say)
    {
        using var bare = await PublishedProject.MakeAsync("Kvell.Tests/Lab/Bare");
        using var kvell = await PublishedProject.MakeAsync("Kvell.Web");
        await StartAsync(kvell, "/account/sign-in"); // makes the demo's data
        await StartAsync(bare, "/");
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var i = 0; i < Rounds; i++)
        {
            theirs.Add(await StartAsync(bare, "/"));
            ours.Add(await StartAsync(kvell, "/account/sign-in"));
        }

        say($"{Name}: {Median(ours):0} ms, bare {Median(theirs):0} ms");
        return Median(ours) / Median(theirs);
    }

    /// <returns>Milliseconds.</returns>
    private static async Task<double> StartAsync(PublishedProject project, string path)
    {
        using var site = project.Start();
        return (await site.AnswersAsync(path)).TotalMilliseconds;
    }
}
