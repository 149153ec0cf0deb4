namespace Kvell.Tests.Lab;

/// <summary>The lab: the promise under fire and the benchmarks.</summary>
internal static class LabProgram
{
    /// <returns>The process's exit code: 0 when the promise held, 1 when it didn't, 2 for a wrong command line.</returns>
    public static Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        Console.Error.WriteLine($"lab: unknown command «{string.Join(' ', arguments)}»");
        return Task.FromResult(2);
    }
}
