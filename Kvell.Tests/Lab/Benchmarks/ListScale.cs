using System.Diagnostics;
using Kvell.Tests.Desk;

namespace Kvell.Tests.Lab.Benchmarks;

/// <summary>What a person reads of a list of a million rows, over the same of ten thousand. The line's figure is the worst part's.</summary>
internal sealed class ListScale(
    string name, Func<int, Task<Rooms>> makeAsync, IReadOnlyList<(string Part, Func<Rooms, int, Task<int>> ReadAsync)> parts) : Benchmark
{
    private const int Little = 10_000;
    private const int Much = 1_000_000;
    private const int WarmUps = 30;

    /// <summary>One reading takes a millisecond or so: that many together are measured.</summary>
    private const int Readings = 20;

    public override string Name { get; } = name;

    public override string Aim => "≤ 2";

    public override async Task<double> MeasureAsync(Action<string> say)
    {
        await using var little = await makeAsync(Little);
        var started = Stopwatch.GetTimestamp();
        await using var much = await makeAsync(Much);
        say($"{Name}: {Much:N0} rows made in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s");
        var worst = 0.0;
        foreach (var (part, readAsync) in parts)
        {
            var (few, many) = (new List<double>(), new List<double>());
            for (var i = 0; i < WarmUps; i++)
                await Task.WhenAll(readAsync(little, Little), readAsync(much, Much));
            for (var i = 0; i < Rounds; i++)
            {
                few.Add(await TimeAsync(() => readAsync(little, Little)));
                many.Add(await TimeAsync(() => readAsync(much, Much)));
            }

            var ratio = Median(many) / Median(few);
            worst = Math.Max(worst, ratio);
            say($"{Name}: {part}: {Median(many):0.00} ms of {Much:N0} rows, {Median(few):0.00} ms of {Little:N0}: {ratio:0.00}");
        }

        return worst;
    }

    /// <returns>Milliseconds a reading.</returns>
    private static async Task<double> TimeAsync(Func<Task<int>> readAsync)
    {
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < Readings; i++)
        {
            if (await readAsync() == 0)
                throw new InvalidOperationException("Nothing was read: its time would mean nothing.");
        }

        return Stopwatch.GetElapsedTime(started).TotalMilliseconds / Readings;
    }
}
