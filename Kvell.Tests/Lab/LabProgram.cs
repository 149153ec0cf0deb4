namespace Kvell.Tests.Lab;

/// <summary>The lab: the promise under fire and the benchmarks.</summary>
internal static class LabProgram
{
    /// <returns>The process's exit code: 0 when the promise held, 1 when it didn't, 2 for a wrong command line.</returns>
    public static Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        switch (LabCommand.Parse(arguments))
        {
            case LabCommand.Unclear unclear:
                Console.Error.WriteLine(unclear.Complaint);
                Console.Error.WriteLine(LabCommand.Usage);
                return Task.FromResult(2);
            default:
                return Task.FromResult(2);
        }
    }
}
