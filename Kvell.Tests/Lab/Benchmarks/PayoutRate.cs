using System.Collections.Concurrent;
using System.Diagnostics;
using Kvell.Infrastructure.CardTopUps;

namespace Kvell.Tests.Lab.Benchmarks;

/// <summary>Payouts a second through the whole path, over bare RSA-4096 signatures a second on as many threads.</summary>
internal sealed class PayoutRate(int workers) : Benchmark
{
    private const int PayoutsARound = 60;

    private static readonly TimeSpan SigningTime = TimeSpan.FromSeconds(1);

    public override string Name => $"payouts-{workers}";

    public override string Aim => "≥ 0.5";

    public override async Task<double> MeasureAsync(Action<string> say)
    {
        await using var desk = new PayoutDesk();
        await PayAsync(desk, PayoutDesk.WarmUpPayouts);
        RsaRate.Measure(workers, SigningTime / 4);
        var (paying, signing) = (new List<double>(), new List<double>());
        var commits = desk.Commits.Count;
        for (var i = 0; i < Rounds; i++)
        {
            paying.Add(await PayAsync(desk, PayoutsARound));
            signing.Add(RsaRate.Measure(workers, SigningTime));
        }

        // Posting a round's loans is one commit of the benchmark's own.
        var perPayout = (desk.Commits.Count - commits - Rounds) / (double)(Rounds * PayoutsARound);
        var beyond = (workers * 1000 / Median(paying)) - (workers * 1000 / Median(signing));
        say($"{Name}: {Median(paying):0.0} payouts/s, {Median(signing):0.0} signatures/s, {perPayout:0.0} commits a payout, {beyond:0.0} ms a payout beyond RSA");
        return Median(paying) / Median(signing);
    }

    private async Task<double> PayAsync(PayoutDesk desk, int count)
    {
        var presses = await desk.PostAsync(count);
        var (processor, waiting) = (desk.Get<TopUpProcessor>(), new ConcurrentQueue<(Guid Id, TopUpVisit Visit)>(presses));
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(async () =>
        {
            while (waiting.TryDequeue(out var press))
                await processor.RunAsync(press.Id, press.Visit);
        })));
        var rate = count / Stopwatch.GetElapsedTime(started).TotalSeconds;
        await desk.DemandPaidAsync(presses);
        return rate;
    }
}
