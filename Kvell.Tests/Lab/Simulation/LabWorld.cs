using Kvell.Domain.CardTopUps;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Sealing;
using Kvell.Tests.Lab.Bank;
using Kvell.Tests.Lab.Faults;
using Kvell.Tests.Lab.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kvell.Tests.Lab.Simulation;

/// <summary>A run: two servers of the product on one database, a bank, and a person for each loan; one seed, one run.</summary>
internal sealed class LabWorld(LabCommand.Simulate command)
{
    private static readonly DateTimeOffset Morning = new(2022, 10, 24, 5, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Horizon = TimeSpan.FromDays(2);

    private readonly VirtualClock _clock = new(Morning);
    private readonly Misfortune _misfortune = new(new Random(command.Seed));
    private readonly List<LabServer> _servers = [];

    private readonly Visit _visit = command.Careless ? CarelessDesk.VisitAsync : VisitAsync;

    /// <summary>How much happened, for a person who reads the run.</summary>
    public string Summary { get; private set; } = "";

    public async Task<Verdict> RunAsync()
    {
        using var database = new LabDatabase();
        var bank = new LabBank(_clock, new Random(command.Seed + 1));
        var timer = new LabTimer(_clock, _misfortune, id => AnyServer().Enqueue(services => _visit(services, id, TopUpVisit.BySchedule)));
        var services = new LabServices(database, _clock, _misfortune, () => new FaultyWire(bank, _misfortune, _clock, LabServices.Defaults.NotFoundGrace), timer, command.Careless ? CarelessDesk.NumberByChance : null);
        await using var calm = services.Start(isFaulty: false);
        await using var db = await calm.GetRequiredService<IDbContextFactory<KvellDbContext>>().CreateDbContextAsync();
        await db.Database.EnsureCreatedAsync();
        var loans = await LabLoans.PostAsync(db, calm.GetRequiredService<Seals>(), command.Count, _clock.UtcNow);
        _servers.AddRange(Enumerable.Range(0, 2).Select(_ => new LabServer(_clock, _misfortune, () => services.Start())));
        var persons = loans.All.Select(loan => new LabPerson(loan, loans, _clock, _misfortune, _servers, _visit)).ToList();
        persons.ForEach(person => person.ComeAt(_clock.UtcNow + _misfortune.Between(0, command.Count * 1.5)));
        _servers.ForEach(SweepEachMinute);
        _clock.Run(() => bank.OnTheWay == 0 && persons.TrueForAll(person => person.IsDone) && !IsAnyOpen(db), Morning.UtcDateTime + Horizon);
        Summary = await SummariseAsync(db, bank);
        _servers.ForEach(server => server.Dispose());
        return await Verdict.OfAsync(db, bank, loans.All, command.Seed, Thrown());
    }

    private IEnumerable<string> Thrown() => _servers.SelectMany(server => server.Failures)
        .Where(failure => !CommitStage.IsOfTheLab(failure))
        .GroupBy(failure => $"{failure.GetType().Name}: {failure.Message.Split('\n')[0]}")
        .Select(group => $"thrown {group.Count()} times: {group.Key}");

    private static Task VisitAsync(IServiceProvider services, Guid id, TopUpVisit visit) => visit.IsScheduled
        ? services.GetRequiredService<TopUpJob>().RunAsync(id)
        : services.GetRequiredService<TopUpProcessor>().RunAsync(id, visit);

    private static bool IsAnyOpen(KvellDbContext db) =>
        db.Set<CardTopUp>().Any(row => row.State != TopUpState.New && row.State != TopUpState.Declined && row.State != TopUpState.Completed);

    private void SweepEachMinute(LabServer server) => _clock.At(_clock.UtcNow.AddMinutes(1), () =>
    {
        server.Enqueue(services => services.GetRequiredService<TopUpSweep>().RunAsync());
        SweepEachMinute(server);
    });

    private LabServer AnyServer() => _servers[_misfortune.Chance(50) ? 0 : 1];

    private async Task<string> SummariseAsync(KvellDbContext db, LabBank bank) =>
        $"{_misfortune.Calls} calls, {_misfortune.CallFaults * 100 / Math.Max(1, _misfortune.Calls)} % with a fault; {bank.Sends} payouts arrived, {bank.Orders.Count} accepted; "
        + $"{_misfortune.Crashes} crashes, {_misfortune.FailedCommits} failed and {_misfortune.LostCommits} lost commits; "
        + $"{await db.Set<Receipt>().CountAsync()} receipts and returns, {await db.Set<PledgeOperation>().CountAsync(row => row.ZeroedAt != null)} loans zeroed, {await db.Set<LoanRevision>().CountAsync()} re-dated; {_clock.UtcNow - Morning.UtcDateTime:d\\.hh\\:mm} went by";
}
