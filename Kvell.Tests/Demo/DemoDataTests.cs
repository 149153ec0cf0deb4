using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Domain.Gateway;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Demo;
using Kvell.Infrastructure.Gateway.Signing;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Sealing;
using Kvell.Infrastructure.Settings;
using Kvell.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kvell.Tests.Demo;

public sealed class DemoDataTests(KvellHost host) : IClassFixture<KvellHost>, IAsyncLifetime
{
    private AsyncServiceScope _scope;
    private KvellDbContext _db = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _scope = host.Services.CreateAsyncScope();
        _db = _scope.ServiceProvider.GetRequiredService<KvellDbContext>();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_first_branch_can_pay_to_cards()
    {
        var branch = await BranchAsync("Ломбард №1");
        Assert.Equal(("ЛВЕС", "Europe/Moscow", Money.FromRubles(250_000)), (branch.DocumentPrefix, branch.TimeZoneId, branch.CashBalance));
        var readiness = await _scope.ServiceProvider.GetRequiredService<KvellReadinessCheck>().CheckAsync(_db, branch.Id, Cancellation);
        Assert.Null(readiness.Sentence);

        var terminal = await _db.Set<KvellTerminal>().SingleAsync(terminal => terminal.BranchId == branch.Id, Cancellation);
        Assert.True(terminal.IsTest);
        using var key = RSA.Create();
        key.ImportFromPem(_scope.ServiceProvider.GetRequiredService<Seals>().TerminalKey.OpenText(terminal.SealedPrivateKey!));
        Assert.Equal(4096, key.KeySize);
        Assert.Equal(key.ExportSubjectPublicKeyInfoPem(), Encoding.ASCII.GetString(terminal.PublicKey!));
    }

    [Fact]
    public async Task The_second_branch_lacks_its_keys_and_says_so()
    {
        var branch = await BranchAsync("Ломбард №2");
        var readiness = await _scope.ServiceProvider.GetRequiredService<KvellReadinessCheck>().CheckAsync(_db, branch.Id, Cancellation);
        Assert.True(readiness.IsInUse);
        Assert.Equal(["идентификатор терминала KVELL", "секретный ключ терминала KVELL", "приватный ключ"], readiness.Missing);
    }

    [Fact]
    public async Task There_are_138_clean_blanks_from_ГП00000063_on()
    {
        var branch = await BranchAsync("Ломбард №1");
        var blanks = await _db.Set<TicketBlank>().Where(blank => blank.BranchId == branch.Id).OrderBy(blank => blank.Ordinal).ToListAsync(Cancellation);
        Assert.Equal((138, "ГП00000063", "ГП00000200"), (blanks.Count, blanks[0].Number, blanks[^1].Number));
        Assert.All(blanks, blank => Assert.Equal(BlankState.Clean, blank.State));
    }

    [Fact]
    public async Task Documents_go_on_from_ЛВЕС_000014()
    {
        var branch = await BranchAsync("Ломбард №1");
        var counters = await _db.Set<DocumentCounter>().AsNoTracking().Where(counter => counter.BranchId == branch.Id).ToListAsync(Cancellation);
        Assert.Equal([DocumentKind.PledgeOperation, DocumentKind.CardTopUp], counters.Select(counter => counter.Kind).Order());
        Assert.All(counters, counter => Assert.Equal("ЛВЕС-000014", counter.Next(branch.DocumentPrefix)));
    }

    [Fact]
    public async Task The_log_holds_the_27_lines_of_2022_with_their_own_flags()
    {
        var rows = await _db.Set<GatewayRequest>().AsNoTracking().OrderBy(request => request.StartedAt).ToListAsync(Cancellation);
        var moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");
        var shown = rows.Select(row => string.Join('\t',
            BranchZone.ToLocal(row.StartedAt, moscow).ToString("dd.MM.yyyy HH:mm:ss", CultureInfo.InvariantCulture), row.Succeeded ? "✓" : "", row.Method, row.Indicator, row.Description));
        var fixture = await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "Fixtures", "request-log-2022-10-20.tsv"), Cancellation);
        Assert.Equal(27, rows.Count);
        Assert.Equal(fixture.Skip(1).Where(line => line.Length > 0), shown);
        Assert.Equal(new DateTime(2022, 10, 20, 7, 22, 58, DateTimeKind.Utc), rows[0].StartedAt);
    }

    [Fact]
    public async Task Tariff_and_prices_are_the_demo_s()
    {
        var tariff = await _db.Set<Tariff>().SingleAsync(Cancellation);
        Assert.Equal([(29, 0.30m), (31, 0.20m), (306, 0.20m)], tariff.Periods.Select(period => (period.Days, period.DailyPercent)));
        var prices = await _db.Set<MetalPrice>().ToDictionaryAsync(price => $"{price.Metal} {price.Fineness}", price => price.PerGram.Rubles, Cancellation);
        Assert.Equal(new Dictionary<string, decimal> { ["Au 585"] = 2150, ["Au 750"] = 2760, ["Au 375"] = 1320, ["Ag 925"] = 28.50m }, prices);
    }

    [Fact]
    public async Task Seeding_again_adds_nothing()
    {
        // A server notes by itself, at its own time, whether it can sign.
        await using var quiet = new KvellHost(new KvellHostOptions
        {
            Services = services => services.Remove(services.Single(service => service.ImplementationType == typeof(SigningWatch))),
        });
        await using var scope = quiet.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KvellDbContext>();
        var before = await RowsAsync(db);
        await scope.ServiceProvider.GetRequiredService<DemoData>().SeedAsync(Cancellation);
        Assert.Equal(before, await RowsAsync(db));
        Assert.Equal(5, before["AspNetUsers"]);
    }

    public ValueTask DisposeAsync() => _scope.DisposeAsync();

    private Task<Branch> BranchAsync(string name) => _db.Set<Branch>().AsNoTracking().SingleAsync(branch => branch.Name == name, Cancellation);

    private static async Task<SortedDictionary<string, int>> RowsAsync(KvellDbContext db)
    {
        var rows = new SortedDictionary<string, int>();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct())
        {
            var count = $"SELECT COUNT(*) AS Value FROM \"{table}\"";
            rows[table] = await db.Database.SqlQueryRaw<int>(count).SingleAsync(Cancellation);
        }

        return rows;
    }
}
