using Kvell.Domain.Branches;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Desk;
using Kvell.Infrastructure.Lists;
using Kvell.Infrastructure.Live;
using Kvell.Infrastructure.Persistence;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Kvell.Tests.Desk;

/// <summary>Two branches, people and documents in a database file of their own, with what the rooms around the wizard read.</summary>
public sealed class Rooms : IAsyncLifetime
{
    /// <summary>12:00 in Moscow.</summary>
    public static readonly DateTimeOffset Noon = new(2022, 10, 24, 9, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kvell-rooms-");
    private readonly TestDatabase _database;
    private readonly List<ServiceProvider> _processes = [];
    private int _lastNumber;

    public Rooms()
        : this(TestDatabase.Of)
    {
    }

    /// <param name="databaseOf">Makes the database, given the file.</param>
    internal Rooms(Func<string, bool, TestDatabase> databaseOf)
    {
        _database = databaseOf(Path.Combine(_folder.FullName, "kvell.db"), false);
        Services = StartProcess();
        Receiver = new Actor(Guid.NewGuid(), "Петрова Анна Сергеевна", [UserRole.Receiver], First);
        Stranger = new Actor(Guid.NewGuid(), "Крылова Вера Олеговна", [UserRole.Receiver], Second);
    }

    public FakeTimeProvider Clock { get; } = new(Noon);

    public DateTime Now => Clock.GetUtcNow().UtcDateTime;

    public Guid First { get; } = Guid.CreateVersion7();

    public Guid Second { get; } = Guid.CreateVersion7();

    public Actor Receiver { get; }

    /// <summary>A receiver of the second branch.</summary>
    public Actor Stranger { get; }

    public Actor FullRights { get; } = new(Guid.NewGuid(), "Соколова Ирина Львовна", [UserRole.FullRights], null);

    public Actor Administrator { get; } = new(Guid.NewGuid(), "Лебедев Николай Петрович", [UserRole.Administrator], null);

    public ServiceProvider Services { get; }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A server's services on this database.</summary>
    public ServiceProvider StartProcess(Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection();
        more?.Invoke(services);
        var process = services
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(TopUpStory.Settings)
            .AddLogging()
            .AddKvellPersistence(_database.Configuration)
            .AddKvellLive()
            .AddKvellDesk()
            .AddKvellJournals()
            .BuildServiceProvider();
        _processes.Add(process);
        return process;
    }

    public async ValueTask InitializeAsync()
    {
        await using var db = Open();
        await db.Database.EnsureCreatedAsync();
        db.Add(Branch.Create(First, "Ломбард №1", "ЛВЕС", "Europe/Moscow", Money.FromRubles(250_000)));
        db.Add(Branch.Create(Second, "Ломбард №2", "ЛВТР", "Asia/Vladivostok", Money.FromRubles(120_000)));
        db.Add(TicketBlank.Receive(First, "ГП", 63));
        db.Add(TicketBlank.Receive(First, "ГП", 64));
        db.Add(TicketBlank.Receive(Second, "ГП", 401));
        await db.SaveChangesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
            await process.DisposeAsync();
        _database.Dispose();
        _folder.Delete(recursive: true);
    }

    public KvellDbContext Open() => Get<IDbContextFactory<KvellDbContext>>().CreateDbContext();

    public Task<PledgeOperation> LoanAsync(decimal rubles = 1000, decimal cash = 0) => LoanAsync(Receiver, rubles, cash);

    public async Task<PledgeOperation> LoanAsync(Actor by, decimal rubles = 1000, decimal cash = 0)
    {
        await using var db = Open();
        var branch = await db.Set<Branch>().SingleAsync(found => found.Id == by.BranchId);
        var pledgor = Pledgor.Create(Guid.CreateVersion7(), Client(++_lastNumber), Now);
        var draft = GroupDraft.Open(Guid.CreateVersion7(), branch.Id, by, Now);
        draft.Close(Now);
        var ticket = PledgeTicket.Create(branch.Id, draft.Id, 1, Money.FromRubles(rubles), Money.FromRubles(rubles), "ГП00000063");
        var operation = PledgeOperation.Post(
            $"{branch.DocumentPrefix}-{_lastNumber:D6}", ticket, pledgor, Guid.NewGuid(), BranchZone.DayOf(Now, branch.Zone), Money.FromRubles(cash), by, Now);
        db.AddRange(pledgor, draft, ticket, operation);
        await db.SaveChangesAsync();
        return operation;
    }

    public Task<CardTopUp> TopUpAsync(TopUpState state, decimal rubles = 1000) => TopUpAsync(Receiver, state, rubles);

    /// <summary>A loan and its top-up, put into a state as no payout would: the rooms only look.</summary>
    public async Task<CardTopUp> TopUpAsync(Actor by, TopUpState state, decimal rubles = 1000)
    {
        var operation = await LoanAsync(by, rubles);
        await using var db = Open();
        var branch = await db.Set<Branch>().SingleAsync(found => found.Id == by.BranchId);
        var topUp = CardTopUp.Create(operation.Number, operation, branch.Zone, by, Now);
        db.Add(topUp);
        db.Entry(topUp).Property(found => found.State).CurrentValue = state;
        if (state.IsUndecided())
            db.Entry(topUp).Property(found => found.UndecidedSince).CurrentValue = Now;
        await db.SaveChangesAsync();
        return topUp;
    }

    internal static PledgorDetails Client(int number, string lastName = "Иванов") => new()
    {
        Name = new PersonName(lastName, "Иван", "Иванович"),
        BirthDate = new DateOnly(1985, 3, 12),
        Document = new IdentityDocument(IdentityDocumentKind.RussianPassport, "45 08", $"{number:D6}", new DateOnly(2008, 4, 21), "710-031", "ОВД"),
    };
}
