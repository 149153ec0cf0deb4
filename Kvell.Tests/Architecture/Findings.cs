using Xunit;

namespace Kvell.Tests.Architecture;

internal static class Findings
{
    /// <summary>Fails with every finding on a line of its own, whole.</summary>
    public static void None(IEnumerable<string?> findings)
    {
        var all = findings.Distinct().ToList();
        if (all.Count > 0)
            Assert.Fail(string.Join(Environment.NewLine, all));
    }
}
