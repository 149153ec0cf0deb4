namespace Kvell.Tests.Lab.Benchmarks;

/// <summary>One figure: ours over a yardstick, both sides measured in turn in one run, medians of five.</summary>
internal abstract class Benchmark
{
    protected const int Rounds = 5;

    public abstract string Name { get; }

    /// <summary>What the figure should come to, for a person.</summary>
    public abstract string Aim { get; }

    /// <param name="say">Takes the parts behind the figure, a line each.</param>
    public abstract Task<double> MeasureAsync(Action<string> say);

    protected static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
