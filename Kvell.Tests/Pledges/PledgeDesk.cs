using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Domain.Settings;
using Kvell.Infrastructure.Branches;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Gateway;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Pledges;
using Kvell.Infrastructure.Settings;
using Kvell.Tests.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Kvell.Tests.Pledges;

/// <summary>Two branches with blanks, prices and a tariff in a database file of their own.</summary>
public sealed class PledgeDesk : IAsyncLifetime
{
    public static readonly DateTimeOffset Noon = new(2022, 10, 24, 9, 19, 10, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kvell-pledges-");
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;

    public PledgeDesk()
    {
        _database = TestDatabase.Of(Path.Combine(_folder.FullName, "kvell.db"));
        _services = new ServiceCollection()
            .AddSingleton(_database.Configuration)
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IInterceptor>(StepIn)
            .AddLogging()
            .AddKvellPersistence(_database.Configuration)
            .AddKvellPledges()
            .AddSingleton<ReceiveBlanks>()
            .AddSingleton<ShowBlankReport>()
            .AddSingleton<KvellReadinessCheck>()
            .AddSingleton<ITrialSignature, EveryKeySigns>()
            .AddSingleton<IClosedNumbers, NoClosedNumbers>()
            .BuildServiceProvider();
        (First, Second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        Receiver = new Actor(Guid.NewGuid(), "Петрова Анна Сергеевна", [UserRole.Receiver], First);
        Colleague = new Actor(Guid.NewGuid(), "Смирнов Олег Юрьевич", [UserRole.Receiver], First);
        Stranger = new Actor(Guid.NewGuid(), "Крылова Вера Олеговна", [UserRole.Receiver], Second);
    }

    public FakeTimeProvider Clock { get; } = new(Noon);

    public StepIn StepIn { get; } = new();

    public Guid First { get; }

    public Guid Second { get; }

    public Actor Receiver { get; }

    public Actor Colleague { get; }

    public Actor Stranger { get; }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        await using var db = Open();
        await db.Database.EnsureCreatedAsync();
        db.Add(Branch.Create(First, "Ломбард №1", "ЛВЕС", "Europe/Moscow", Money.FromRubles(250_000)));
        db.Add(Branch.Create(Second, "Ломбард №2", "ЛВОЛ", "Europe/Moscow", Money.FromRubles(180_000)));
        db.Add(DocumentCounter.Start(First, DocumentKind.PledgeOperation, 13));
        db.Add(Tariff.Create(Guid.NewGuid(), "Основной, 1 год", 1, [new TariffPeriod(29, 0.30m, 0, 0), new TariffPeriod(31, 0.20m, 0, 0), new TariffPeriod(306, 0.20m, 0, 0)]));
        db.AddRange(Enumerable.Range(63, 12).Select(ordinal => TicketBlank.Receive(First, "ГП", ordinal)));
        await db.SaveChangesAsync();
    }

    public ValueTask DisposeAsync()
    {
        _services.Dispose();
        _database.Dispose();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    public KvellDbContext Open() => Get<IDbContextFactory<KvellDbContext>>().CreateDbContext();

    public async Task<Guid> OpenDraftAsync(GroupForm? form = null, Actor? actor = null)
    {
        var by = actor ?? Receiver;
        var id = (await Get<OpenDraft>().ExecuteAsync(by, null, isSingle: false, default))!.Value;
        if (form is not null)
            await SaveAsync(id, form, by);
        return id;
    }

    public async Task SaveAsync(Guid draftId, GroupForm form, Actor? actor = null)
    {
        var by = actor ?? Receiver;
        var draft = (await Get<LoadDraft>().ExecuteAsync(by, draftId, default))!;
        var saved = await Get<SaveDraft>().ExecuteAsync(by, draftId, draft.ContentVersion, form, default);
        Assert.Equal(SaveOutcome.Saved, saved.Outcome);
    }

    public Task<PostResult> PostAsync(Guid draftId, Actor? actor = null, bool areKindsChosen = false) =>
        Get<PostPledges>().ExecuteAsync(actor ?? Receiver, draftId, null, areKindsChosen, default);

    /// <summary>«Печать чека по кнопке, а не при проведении»</summary>
    public async Task SwitchAsync(bool printReceiptByButton)
    {
        await using var db = Open();
        var settings = await db.Set<GeneralSettings>().SingleOrDefaultAsync();
        if (settings is null)
            db.Add(settings = GeneralSettings.Create());
        settings.Change(new GeneralForm { PrintReceiptByButton = printReceiptByButton }, Receiver, Noon.UtcDateTime);
        await db.SaveChangesAsync();
    }

    public Task<PrintResult> PrintAsync(Guid draftId, int? ordinal = null) =>
        Get<PrintTickets>().ExecuteAsync(Receiver, draftId, ordinal, default);

    public async Task<IReadOnlyList<PledgeOperation>> OperationsAsync(Guid draftId)
    {
        await using var db = Open();
        return await db.Set<PledgeOperation>().Where(operation => operation.DraftId == draftId).OrderBy(operation => operation.Number).ToListAsync();
    }

    private sealed class EveryKeySigns : ITrialSignature
    {
        public Task<TrialResult> TryAsync(KvellTerminal? terminal, SigningSettings signing) => Task.FromResult(new TrialResult(KeysOpen: true, SigningTrial.Good));
    }

    private sealed class NoClosedNumbers : IClosedNumbers
    {
        public Task AskAsync(IReadOnlyCollection<Guid> topUpIds, DateTime askedAt) => Task.CompletedTask;
    }
}
