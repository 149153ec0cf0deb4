using Xunit;

namespace Kvell.Tests.Lab.Simulation;

/// <summary>Two thousand top-ups under fire: a loan is paid at most once, in cash or by card, and its true outcome is found out.</summary>
public sealed class SimulationTests
{
    /// <summary>Each takes tens of seconds: about six calls a top-up, each with its commits, through the whole product.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public Task Five_hundred_top_ups_come_to_their_outcome(int seed) => KeepThePromiseAsync(500, seed);

    [Fact]
    public async Task A_seed_replays()
    {
        var (first, second) = (new LabWorld(new LabCommand.Simulate(40, 7, false)), new LabWorld(new LabCommand.Simulate(40, 7, false)));
        Assert.Equal((await first.RunAsync()).ToString(), (await second.RunAsync()).ToString());
        Assert.Equal(first.Summary, second.Summary);
        Assert.Contains("crashes", first.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sending_before_the_write_ahead_is_found_out()
    {
        var verdict = await new LabWorld(new LabCommand.Simulate(150, 3, Careless: true)).RunAsync();
        Assert.False(verdict.IsGood);
        Assert.True(verdict.Double + verdict.Lost > 0, verdict.ToString());
    }

    internal static async Task KeepThePromiseAsync(int count, int seed)
    {
        var verdict = await new LabWorld(new LabCommand.Simulate(count, seed, Careless: false)).RunAsync();
        Assert.True(verdict.IsGood, string.Join(Environment.NewLine, [.. verdict.Findings, verdict.ToString()]));
        Assert.Equal($"simulate: {count} top-ups, double 0, lost 0, undecided 0, overpaid 0, seed {seed}", verdict.ToString());
    }
}

/// <summary>The other thousand, beside the first on the second core.</summary>
public sealed class MoreSimulationTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public Task Five_hundred_top_ups_come_to_their_outcome(int seed) => SimulationTests.KeepThePromiseAsync(500, seed);
}
