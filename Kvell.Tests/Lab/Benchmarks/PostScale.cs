using System.Diagnostics;
using System.Globalization;
using Kvell.Tests.Pledges;

namespace Kvell.Tests.Lab.Benchmarks;

/// <summary>«Провести» of fifty items on fifty tickets, over five on five.</summary>
internal sealed class PostScale : Benchmark
{
    private const int Many = 50;
    private const int Few = 5;

    private int _client;

    public override string Name => "post-50";

    public override string Aim => "≤ 6";

    public override async Task<double> MeasureAsync(Action<string> say)
    {
        var desk = new PledgeDesk();
        await using var owned = desk;
        await desk.InitializeAsync();
        foreach (var count in new[] { Few, Many })
            await PostAsync(desk, count);
        var (few, many) = (new List<double>(), new List<double>());
        for (var i = 0; i < Rounds; i++)
        {
            few.Add(await PostAsync(desk, Few));
            many.Add(await PostAsync(desk, Many));
        }

        say(string.Create(CultureInfo.InvariantCulture, $"{Name}: {Median(many):0.0} ms for {Many}, {Median(few):0.0} ms for {Few}"));
        return Median(many) / Median(few);
    }

    /// <returns>Milliseconds; the draft is saved before.</returns>
    private async Task<double> PostAsync(PledgeDesk desk, int tickets)
    {
        var form = Sample.Group([.. Enumerable.Repeat("100", tickets)]);
        form.Pledgor.Number = (100_000 + ++_client).ToString(CultureInfo.InvariantCulture);
        (form.Pledgor.Inn, form.Pledgor.Snils) = ("", "");
        var draft = await desk.OpenDraftAsync(form);
        var started = Stopwatch.GetTimestamp();
        var posted = await desk.PostAsync(draft);
        var time = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return posted.IsPosted ? time : throw new InvalidOperationException($"Not posted: {posted.Refusal?.Sentence ?? posted.Fields[0].Sentence}");
    }
}
