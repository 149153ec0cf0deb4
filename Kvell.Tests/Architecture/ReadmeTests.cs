using Xunit;

namespace Kvell.Tests.Architecture;

public sealed class ReadmeTests
{
    [Theory]
    [InlineData("dotnet run --project Kvell.Web")]
    [InlineData("dotnet test")]
    [InlineData("dotnet run -c Release --project Kvell.Tests -- lab")]
    public void A_newcomer_finds_the_commands(string command) =>
        Assert.Contains(Repository.Read("README.md").Split('\n'), line => line.Trim().StartsWith(command, StringComparison.Ordinal));

    [Fact]
    public void The_proof_runs_the_command_that_the_readme_names() =>
        Assert.Matches(@"(?m)^dotnet test ", Repository.Read(".ci/run"));
}
