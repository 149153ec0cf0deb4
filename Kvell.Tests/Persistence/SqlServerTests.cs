using Kvell.Infrastructure.Demo;
using Kvell.Infrastructure.Emulator;
using Kvell.Infrastructure.Persistence;
using Kvell.Tests.Architecture;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Hosting;
using Kvell.Tests.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Xunit;

namespace Kvell.Tests.Persistence;

/// <summary>What SQL Server would be told, read by Microsoft's own parser of its language.</summary>
public sealed class SqlServerTests
{
    private readonly SqlServerTwin _twin = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Takes more than five seconds: the whole application is walked through, and each query compiled twice.</summary>
    [Fact]
    public async Task Everything_the_application_asks_its_database_is_said_in_SQL_Servers_language_too()
    {
        await using var host = new KvellHost(new KvellHostOptions { OnSqlite = true, Services = services => services.AddSingleton<IInterceptor>(_twin) });
        using var desk = await PayoutDesk.OpenAsync(host);
        desk.Get<EmulatorControl>().Speed = 1000;
        var draft = await desk.PostedAsync("1000,01", "1000,02", "1000,04", "1000,06");
        Assert.Null(await desk.PayAsync(await desk.OfferAsync(draft), "2200000000000095"));
        await desk.UntilAsync(draft, topUps => topUps.Count == 4 && topUps.All(topUp => topUp.LeaseOwner is null));
        foreach (var user in new[] { "receiver", "fullrights", "admin" })
            await WalkAsync(host, user, draft, (await desk.TopUpsAsync(draft))[0].Id, (await desk.TopUpsAsync(draft))[0].OperationId);

        Findings.None(_twin.Untranslatable);
        Assert.True(_twin.Caught.Texts.Count > 100, $"Only {_twin.Caught.Texts.Count} commands were seen.");
        foreach (var verb in new[] { "SELECT", "INSERT", "UPDATE" })
            Assert.Contains(_twin.Caught.Texts, text => text.Contains(verb, StringComparison.Ordinal));
        Findings.None(_twin.Caught.Texts.SelectMany(FindingsIn));
    }

    [Fact]
    public void The_migrations_are_said_in_SQL_Servers_language()
    {
        using var twin = _twin.Open();
        var script = twin.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
        Assert.Contains("CREATE TABLE [CardTopUps]", script, StringComparison.Ordinal);
        Findings.None(FindingsIn(script));
    }

    [Fact]
    public void Both_sets_of_migrations_make_the_model()
    {
        using var server = _twin.Open();
        using var sqlite = new SqliteKvellDbContext(new DbContextOptionsBuilder<SqliteKvellDbContext>().UseSqlite("Data Source=:memory:").Options);
        Assert.False(server.Database.HasPendingModelChanges());
        Assert.False(sqlite.Database.HasPendingModelChanges());
    }

    [Fact]
    public void What_is_no_SQL_of_theirs_is_found() => Assert.NotEmpty(FindingsIn("SELECT \"Id\" FROM \"T\" LIMIT 3"));

    private static async Task WalkAsync(KvellHost host, string user, Guid draft, Guid topUp, Guid operation)
    {
        using var visitor = await host.SignInAsync(user, Cancellation);
        var branch = DemoAccounts.All[0].BranchId!.Value;
        foreach (var (_, address, _) in RoleTable.Pages)
        {
            var real = address.Replace("{branch}", $"{branch}", StringComparison.Ordinal).Replace("{draft}", $"{draft}", StringComparison.Ordinal)
                .Replace("{pledge}", $"{operation}", StringComparison.Ordinal).Replace("{top-up}", $"{topUp}", StringComparison.Ordinal);
            using var page = await visitor.GetAsync(new Uri(real, UriKind.Relative), Cancellation);
            await page.Content.ReadAsByteArrayAsync(Cancellation);
        }
    }

    private static IEnumerable<string> FindingsIn(string sql)
    {
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
        return errors.Select(error => $"{error.Message} at {error.Line}:{error.Column}: {sql}");
    }
}
