using Xunit;

namespace Kvell.Tests.Architecture;

/// <summary>Pages call use-cases and queries; they never see the database, HTTP or a secret.</summary>
public sealed class WebTests
{
    private static readonly string[] Hidden =
    [
        "Microsoft.EntityFrameworkCore.", "Kvell.Infrastructure.Sealing.", "Microsoft.AspNetCore.DataProtection.",
        "System.Net.Http.", "Hangfire.",
    ];

    [Fact]
    public void No_page_sees_the_database_the_wire_or_a_secret() => Findings.None(
        from use in KvellCode.UsesOf("Kvell.Web")
        where use.Origin != "Program" && !use.Origin.StartsWith("Kvell.Web.Hosting.", StringComparison.Ordinal) // what puts the pieces together
        where Hidden.Any(name => use.Target.StartsWith(name, StringComparison.Ordinal)) || use.Target.Contains("DbContext", StringComparison.Ordinal)
        select $"{use.Origin} uses {use.Target}");

    [Fact]
    public void What_pages_use_is_really_read() =>
        Assert.Contains(KvellCode.UsesOf("Kvell.Web"), use => use.Target == "Microsoft.AspNetCore.Builder.WebApplication");
}
