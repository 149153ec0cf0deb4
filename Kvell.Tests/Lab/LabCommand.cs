using System.Globalization;

namespace Kvell.Tests.Lab;

/// <summary>What the lab is asked for on the command line.</summary>
internal abstract record LabCommand
{
    public const string Usage =
        """
        lab simulate [--count N] [--seed S] [--careless]
            N top-ups (2000) through seeded faults, crashes and lost commits; the same seed is the same run.
            --careless sends before the write-ahead is committed: the figures must then show it.
        lab bench [NAME]
            every benchmark, or the one named, a line each: bench NAME: RATIO.
        lab pictures [NAME]
            every screen, or the one named, into out/screens; all of them also make the README's pictures and the sheet, in .docs.
        """;

    private LabCommand()
    {
    }

    public sealed record Simulate(int Count, int Seed, bool Careless) : LabCommand;

    /// <param name="Name">Null for all.</param>
    public sealed record Bench(string? Name) : LabCommand;

    /// <param name="Name">Null for all.</param>
    public sealed record Pictures(string? Name) : LabCommand;

    /// <param name="Complaint">What is wrong with the command line.</param>
    public sealed record Unclear(string Complaint) : LabCommand;

    public static LabCommand Parse(IEnumerable<string> arguments) => arguments.ToArray() switch
    {
        [] => new Unclear("Nothing was asked for."),
        ["simulate", .. var options] => ParseSimulate(new Simulate(2000, 1, false), options),
        ["bench"] => new Bench(null),
        ["bench", var name] when !name.StartsWith('-') => new Bench(name),
        ["bench", ..] => new Unclear("bench takes one name at most."),
        ["pictures"] => new Pictures(null),
        ["pictures", var name] when !name.StartsWith('-') => new Pictures(name),
        ["pictures", ..] => new Unclear("pictures takes one name at most."),
        [var other, ..] => new Unclear($"«{other}» is no command."),
    };

    private static LabCommand ParseSimulate(Simulate command, string[] options) => options switch
    {
        [] => command,
        ["--count", var value, .. var rest] when TryNumber(value, out var count) && count > 0 => ParseSimulate(command with { Count = count }, rest),
        ["--seed", var value, .. var rest] when TryNumber(value, out var seed) => ParseSimulate(command with { Seed = seed }, rest),
        ["--careless", .. var rest] => ParseSimulate(command with { Careless = true }, rest),
        ["--count" or "--seed", ..] => new Unclear("--count and --seed take a whole number, --count above zero."),
        [var other, ..] => new Unclear($"simulate has no option «{other}»."),
    };

    private static bool TryNumber(string text, out int number) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
}
