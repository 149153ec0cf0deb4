using System.Text.RegularExpressions;
using Xunit;

namespace Kvell.Tests.Architecture;

/// <summary>House rules that the compiler doesn't know.</summary>
public sealed class SourceRuleTests
{
    private const int LongestFile = 150;
    private const int LongestTestFile = 300;

    [Fact]
    public void A_file_is_one_idea_long() => Findings.None(
        from file in Repository.Code
        let limit = file.IsTest ? LongestTestFile : LongestFile
        where file.Lines.Length > limit
        select $"{file.Path}: {file.Lines.Length} lines, {limit} at most");

    [Theory]
    [InlineData(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b", "TimeProvider tells the time")]
    [InlineData(@"\.GetAwaiter\(\)\.GetResult\(\)|\.Wait\(\)|(?<!TestState)\.Result\b(?!\s*[({=])", "await")]
    [InlineData(@"\basync void\b", "async Task")]
    [InlineData(@"\bThread\.Sleep\b", "wait for what happens, not for time")]
    [InlineData(@"^\s*#(end)?region\b", "no regions")]
    [InlineData(@"\b(TODO|FIXME|HACK)\b", "finish it, or file it")]
    [InlineData(@"catch\s*(\([^)]*\)\s*)?\{\s*\}", "an exception is said or passed on")]
    public void Nothing_is_written_that_the_house_forbids(string pattern, string instead) => Findings.None(
        from file in Repository.Code
        where !file.IsUnder("Kvell.Tests/Architecture/")
        from Match match in Regex.Matches(file.Text, pattern, RegexOptions.Multiline)
        select $"{file.Path}:{file.Text[..match.Index].Count(c => c == '\n') + 1}: «{match.Value.Trim()}»: {instead}");
}
