using System.Globalization;

namespace Kvell.Tests.Lab.Benchmarks;

internal static class BenchProgram
{
    private static readonly Benchmark[] All =
    [
        new PayoutRate(1), new PayoutRate(2), new GroupOfTen(),
        new PageWeight("page-sign-in", "/account/sign-in", null), new PageWeight("page-wizard", "/pledges/group", "receiver"),
        new CircuitHeap(), new ColdStart(), new PostScale(), new KeyScale(),
        .. ListScales.All,
    ];

    /// <returns>0, or 2 for a name that no benchmark has.</returns>
    public static async Task<int> RunAsync(string? name)
    {
        var chosen = All.Where(benchmark => name is null || benchmark.Name == name).ToList();
        if (chosen.Count == 0)
        {
            await Console.Error.WriteLineAsync($"There is no benchmark «{name}». There are: {string.Join(", ", All.Select(benchmark => benchmark.Name))}.");
            return 2;
        }

        foreach (var benchmark in chosen)
        {
            var ratio = await benchmark.MeasureAsync(Console.WriteLine);
            Console.WriteLine($"{benchmark.Name}: aim {benchmark.Aim}");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"bench {benchmark.Name}: {ratio:0.00}"));
        }

        return 0;
    }
}
