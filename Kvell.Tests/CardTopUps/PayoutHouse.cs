using Kvell.Domain.Branches;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Gateway;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Gateway;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Sealing;
using Kvell.Tests.Lab.Simulation;
using Kvell.Tests.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kvell.Tests.CardTopUps;

/// <summary>
/// One pawnshop's database, its gateway and its clock; processes of the product come and go. An SQLite file begins as a copy of one
/// that was made once in the run.
/// </summary>
internal sealed class PayoutHouse : IDisposable
{
    public const string CardDigits = "2200000000000004";

    private static readonly Lazy<string> Empty = new(MakeEmpty);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kvell-payouts-");

    private readonly EphemeralDataProtectionProvider _protection = new();

    private readonly Pledgor _pledgor = TopUpStory.NewPledgor();

    private readonly List<PayoutProcess> _processes = [];

    private readonly TestDatabase _database;

    public PayoutHouse()
    {
        var file = Path.Combine(_folder.FullName, "kvell.db");
        _database = TestDatabase.Of(file);
        if (!TestDatabase.HasServer)
            File.Copy(Empty.Value, file);
        Desk = StartProcess();
        if (TestDatabase.HasServer)
            MakeTables(_database);
    }

    public InstantClock Clock { get; } = new(TopUpStory.Noon);

    public ScriptedGateway Gateway { get; } = new();

    /// <summary>Wake-ups that were planned.</summary>
    public List<(Guid TopUpId, DateTime? At)> Planned { get; } = [];

    /// <summary>How far the database's clock is ahead of the servers'.</summary>
    public TimeSpan DatabaseAhead { get; set; }

    /// <summary>A process that nothing befalls.</summary>
    public PayoutProcess Desk { get; }

    public Guid BranchId { get; } = Guid.CreateVersion7();

    public KvellTerminal Terminal { get; private set; } = null!;

    public PayoutProcess StartProcess(Fate? fate = null, params IInterceptor[] interceptors)
    {
        var services = Services(_database)
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IDatabaseClock>(new HouseClock(this))
            .AddSingleton(new Seals(_protection))
            .AddSingleton<IPayoutGateway>(fate is null ? Gateway : new MortalGateway(Gateway, fate))
            .AddSingleton<ITopUpTimer>(new RecordingTimer(this))
            .AddSingleton<IInterceptor, QuickDisk>()
            .AddKvellCardTopUps();
        services.Configure<KvellOptions>(_ => { });
        foreach (var interceptor in fate is null ? interceptors : [.. interceptors, fate])
            services.AddSingleton(interceptor);
        var process = new PayoutProcess(services.BuildServiceProvider());
        _processes.Add(process);
        return process;
    }

    /// <summary>A posted loan with its document, nothing sent. Loans of one draft share its card.</summary>
    public async Task<PayoutLoan> PostAsync(Guid? draftId = null, int ordinal = 1)
    {
        await using var db = Desk.Open();
        if (Terminal is null)
        {
            db.Add(Branch.Create(BranchId, "Ломбард №1", "ЛВЕС", "Europe/Moscow", Money.FromRubles(250_000)));
            Terminal = NewTerminal(1, Guid.NewGuid().ToString("D"));
            db.AddRange(Terminal, _pledgor);
        }

        var (draft, now) = (draftId ?? Guid.CreateVersion7(), Clock.Now);
        var ticket = PledgeTicket.Create(BranchId, draft, ordinal, TopUpStory.Loan, TopUpStory.Loan, null);
        var number = $"ЛВЕС-{Guid.NewGuid():N}"[..11];
        var operation = PledgeOperation.Post(number, ticket, _pledgor, Guid.Empty, DateOnly.FromDateTime(now), Money.Zero, TopUpStory.Receiver, now);
        var topUp = CardTopUp.Create(number, operation, TopUpStory.Moscow, TopUpStory.Receiver, now);
        db.AddRange(ticket, operation, topUp);
        await db.SaveChangesAsync();
        return new PayoutLoan(this, topUp.Id, operation.Id, draft);
    }

    public KvellTerminal NewTerminal(int version, string apiKey) =>
        KvellTerminal.Create(BranchId, version, apiKey, [1], [1], null, isTest: true, Guid.Empty, Clock.Now);

    /// <summary>The sweep alone, a minute at a time, in a process that knows nothing of the others.</summary>
    public async Task SweepUntilAsync(Func<Task<bool>> isOver)
    {
        var fresh = StartProcess();
        for (var minute = 0; minute < 60 && !await isOver(); minute++)
        {
            Clock.Advance(TimeSpan.FromMinutes(1));
            await fresh.Get<TopUpSweep>().RunAsync();
        }
    }

    public void Dispose()
    {
        _processes.ForEach(process => process.Dispose());
        _database.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>One logger factory for all: the database layer builds its model anew for each.</summary>
    private static IServiceCollection Services(TestDatabase database) =>
        new ServiceCollection().AddLogging().AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).AddKvellPersistence(database.Configuration);

    private static string MakeEmpty()
    {
        var folder = Directory.CreateTempSubdirectory("kvell-empty-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var file = Path.Combine(folder, "kvell.db");
        using var database = TestDatabase.Sqlite(file);
        MakeTables(database);
        using var connection = new SqliteConnection(database.ConnectionString);
        connection.Open();
        using var checkpoint = connection.CreateCommand();
        checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE);";
        checkpoint.ExecuteNonQuery();
        return file;
    }

    private static void MakeTables(TestDatabase database)
    {
        using var services = Services(database).BuildServiceProvider();
        using var db = services.GetRequiredService<IDbContextFactory<KvellDbContext>>().CreateDbContext();
        db.Database.EnsureCreated();
    }

    private sealed class HouseClock(PayoutHouse house) : IDatabaseClock
    {
        public Task<DateTime> UtcNowAsync(KvellDbContext db) => Task.FromResult(house.Clock.Now + house.DatabaseAhead);
    }

    private sealed class RecordingTimer(PayoutHouse house) : ITopUpTimer
    {
        public void Plan(Guid topUpId, DateTime? at)
        {
            lock (house.Planned)
                house.Planned.Add((topUpId, at));
        }
    }

    private sealed class MortalGateway(IPayoutGateway gateway, Fate fate) : IPayoutGateway
    {
        public byte[] Compose(PayoutRequest request) => gateway.Compose(request);

        public Task<GatewayAnswer> SendAsync(GatewayTerminal terminal, byte[] body, MayBegin mayBegin) =>
            CallAsync("a send", () => gateway.SendAsync(terminal, body, mayBegin));

        public Task<GatewayAnswer> CheckAsync(GatewayTerminal terminal, string transaction, MayBegin mayBegin) =>
            CallAsync("a check", () => gateway.CheckAsync(terminal, transaction, mayBegin));

        public Task<GatewayAnswer> ConfirmAsync(GatewayTerminal terminal, string transaction, string code, MayBegin mayBegin) =>
            CallAsync("a confirm", () => gateway.ConfirmAsync(terminal, transaction, code, mayBegin));

        private async Task<GatewayAnswer> CallAsync(string what, Func<Task<GatewayAnswer>> call)
        {
            fate.Pass($"before {what}");
            var answer = await call();
            fate.Pass($"after {what}");
            return answer;
        }
    }
}
