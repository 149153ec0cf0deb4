using System.Diagnostics;
using System.Globalization;
using Kvell.Domain.Pledges.Forms;
using Kvell.Tests.Hosting;
using Kvell.Web.Features.Pledges;

namespace Kvell.Tests.Lab.Benchmarks;

/// <summary>The server's time from a keystroke in «Перечень имущества» to what it renders: fifty items over five.</summary>
internal sealed class KeyScale : Benchmark
{
    private const int Many = 50;
    private const int Few = 5;
    private const int Keys = 200;

    public override string Name => "key-50";

    public override string Aim => "≤ 2";

    public override async Task<double> MeasureAsync(Action<string> say)
    {
        await using var host = ServerPage.StartHost("receiver");
        await using var few = await OpenAsync(host, Few);
        await using var many = await OpenAsync(host, Many);
        foreach (var page in new[] { few, many })
            await TypeAsync(page);
        var (fewTimes, manyTimes) = (new List<double>(), new List<double>());
        for (var i = 0; i < Rounds; i++)
        {
            fewTimes.Add(await TypeAsync(few));
            manyTimes.Add(await TypeAsync(many));
        }

        say(string.Create(CultureInfo.InvariantCulture, $"{Name}: {Median(manyTimes):0.000} ms for {Many}, {Median(fewTimes):0.000} ms for {Few}"));
        return Median(manyTimes) / Median(fewTimes);
    }

    /// <summary>«Перечень имущества» with so many items, each on a ticket of its own.</summary>
    public static async Task<ServerPage> OpenAsync(KvellHost host, int items)
    {
        using var desk = await CardTopUps.PayoutDesk.OpenAsync(host);
        var draft = await desk.DraftAsync(form => form.Tab = WizardTab.Items, [.. Enumerable.Repeat("100", items)]);
        return await ServerPage.OpenAsync<GroupPledgePage>(host, new Dictionary<string, object?> { [nameof(GroupPledgePage.Id)] = draft });
    }

    /// <returns>Milliseconds, the median of the keys.</returns>
    private static async Task<double> TypeAsync(ServerPage page)
    {
        var times = new List<double>();
        for (var i = 0; i < Keys; i++)
        {
            var key = await page.TypingAsync(FieldKeys.Item(3, FieldKeys.ItemGross), $"8,{i % 100:D2}");
            var started = Stopwatch.GetTimestamp();
            await key();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return Median(times);
    }
}
