using Xunit;

namespace Kvell.Tests.Lab;

public sealed class LabCommandTests
{
    public static TheoryData<string, object> Clear => new()
    {
        { "simulate", new LabCommand.Simulate(2000, 1, false) },
        { "simulate --count 50 --seed 7", new LabCommand.Simulate(50, 7, false) },
        { "simulate --seed -3 --careless --count 1", new LabCommand.Simulate(1, -3, true) },
        { "bench", new LabCommand.Bench(null) },
        { "bench page-wizard", new LabCommand.Bench("page-wizard") },
        { "pictures", new LabCommand.Pictures(null) },
        { "pictures desk", new LabCommand.Pictures("desk") },
    };

    [Theory]
    [MemberData(nameof(Clear), DisableDiscoveryEnumeration = true)]
    public void A_command_line_is_understood(string line, object command) => Assert.Equal(command, LabCommand.Parse(line.Split(' ')));

    [Theory]
    [InlineData("", "Nothing")]
    [InlineData("simulat", "«simulat»")]
    [InlineData("simulate --count", "whole number")]
    [InlineData("simulate --count 0", "above zero")]
    [InlineData("simulate --count ten", "whole number")]
    [InlineData("simulate --fast", "«--fast»")]
    [InlineData("bench one two", "one name")]
    [InlineData("bench --all", "one name")]
    public void A_wrong_command_line_is_said_to_be_wrong(string line, string complaint) =>
        Assert.Contains(complaint, Assert.IsType<LabCommand.Unclear>(LabCommand.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).Complaint, StringComparison.Ordinal);
}
