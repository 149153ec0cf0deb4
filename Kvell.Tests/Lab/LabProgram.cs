using Kvell.Tests.Lab.Benchmarks;
using Kvell.Tests.Lab.Pictures;
using Kvell.Tests.Lab.Simulation;

namespace Kvell.Tests.Lab;

/// <summary>The lab: the promise under fire, the benchmarks and the pictures.</summary>
internal static class LabProgram
{
    /// <returns>The process's exit code: 0 when the promise held, 1 when it didn't, 2 for a wrong command line.</returns>
    public static Task<int> RunAsync(IReadOnlyList<string> arguments) => LabCommand.Parse(arguments) switch
    {
        LabCommand.Simulate simulate => SimulateAsync(simulate),
        LabCommand.Bench bench => BenchProgram.RunAsync(bench.Name),
        LabCommand.Pictures pictures => PicturesProgram.RunAsync(pictures.Name),
        LabCommand.Unclear unclear => ComplainAsync(unclear.Complaint),
        var other => throw new InvalidOperationException($"{other} has nothing that runs it."),
    };

    private static async Task<int> SimulateAsync(LabCommand.Simulate command)
    {
        var world = new LabWorld(command);
        var verdict = await world.RunAsync();
        foreach (var finding in verdict.Findings)
            Console.WriteLine(finding);
        Console.WriteLine(world.Summary);
        Console.WriteLine(verdict);
        return verdict.IsGood ? 0 : 1;
    }

    private static async Task<int> ComplainAsync(string complaint)
    {
        await Console.Error.WriteLineAsync(complaint);
        await Console.Error.WriteLineAsync(LabCommand.Usage);
        return 2;
    }
}
