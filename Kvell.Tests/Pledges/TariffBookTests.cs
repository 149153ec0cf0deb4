using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Domain.Settings;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Pledges;
using Kvell.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kvell.Tests.Pledges;

/// <summary>Tariffs with their versions by the use-cases. Today is 24.10.2022.</summary>
public sealed class TariffBookTests : IAsyncLifetime
{
    private readonly PledgeDesk _desk = new();
    private readonly Actor _office = new(Guid.NewGuid(), "Волкова Инна Петровна", [UserRole.FullRights], null);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _desk.InitializeAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task A_tariff_is_added_last_and_a_wrong_one_is_refused_by_its_cells()
    {
        var form = new TariffForm { Name = "Основной, 1 год", ValidFrom = "31.02.2022" };
        (form.Periods[0].Days, form.Periods[0].DailyPercent) = ("30", "0,255");
        Assert.Equal([TariffForm.ValidFromField, TariffForm.DailyPercentField(0)], (await SaveAsync(form)).Refusals.Select(refusal => refusal.Field));
        (form.ValidFrom, form.Periods[0].DailyPercent) = ("241022", "0.25");
        Assert.Equal(TariffForm.NameField, Assert.Single((await SaveAsync(form)).Refusals).Field);
        form.Name = "Короткий";
        form.Periods.Add(new TariffPeriodForm { Days = "337", DailyRubles = "15,50" });
        Assert.Contains("не больше 366 дней", Assert.Single((await SaveAsync(form)).Refusals).Sentence, StringComparison.Ordinal);
        form.Periods[1].Days = "336";
        form.Periods.Add(new TariffPeriodForm());
        Assert.True((await SaveAsync(form)).IsSaved);
        var last = (await BookAsync()).Lines[^1].Last;
        Assert.Equal(("Короткий", 2, 1, new DateOnly(2022, 10, 24)), (last.Name, last.Ordinal, last.Number, last.ValidFrom));
        Assert.Equal([(30, 0.25m, 0m), (336, 0m, 15.50m)], last.Periods.Select(period => (period.Days, period.DailyPercent, period.DailyRubles)));
    }

    /// <summary>29 + 31 + 306 days: a day past the anniversary is a year still.</summary>
    [Fact]
    public async Task A_term_of_366_days_is_not_too_long()
    {
        var form = TariffForm.Of((await BookAsync()).Lines[0].Last, new DateOnly(2022, 10, 24));
        Assert.Equal(366, form.ReadPeriods().Sum(period => period.Days));
        Assert.Empty(form.Check(new DateOnly(2022, 10, 24)));
    }

    [Fact]
    public async Task A_change_is_a_new_version_and_a_loan_keeps_its_own()
    {
        var first = (await BookAsync()).Lines[0].Last;
        var loan = await PostAsync("24.10.2022");
        var form = TariffForm.Of(first, new DateOnly(2022, 10, 24));
        form.Periods[0].DailyPercent = "0,25";
        var refused = await SaveAsync(form, first);
        Assert.Equal((TariffForm.ValidFromField, "По тарифу уже выдан займ от 24.10.2022: новая версия может действовать с 25.10.2022"),
            (Assert.Single(refused.Refusals).Field, refused.Refusals[0].Sentence));
        form.ValidFrom = "25.10.2022";
        Assert.True((await SaveAsync(form, first)).IsSaved);

        var line = Assert.Single((await BookAsync()).Lines);
        Assert.Equal([2, 1], line.Versions.Select(version => version.Number));
        Assert.Equal((first.Id, new DateOnly(2022, 10, 24)), (line.Valid!.Id, line.LastLoan));
        Assert.Equal(0.30m, line.Valid.Periods[0].DailyPercent);
        _desk.Clock.Advance(TimeSpan.FromDays(1));
        var next = await PostAsync("");
        var back = await PostAsync("24.10.2022");
        Assert.Equal((first.Id, line.Last.Id, first.Id), (loan.TariffId, next.TariffId, back.TariffId));
        Assert.Equal(0.30m, (await _desk.Get<ShowPledge>().ExecuteAsync(_desk.Receiver, loan.Id, Stop))!.Tariff!.Periods[0].DailyPercent);
        Assert.Equal(0.25m, (await _desk.Get<ShowPledge>().ExecuteAsync(_desk.Receiver, next.Id, Stop))!.Tariff!.Periods[0].DailyPercent);
    }

    [Fact]
    public async Task A_version_that_is_not_used_yet_may_begin_on_any_day_and_an_unchanged_one_adds_nothing()
    {
        var first = (await BookAsync()).Lines[0].Last;
        var form = TariffForm.Of(first, new DateOnly(2022, 9, 1));
        Assert.True((await SaveAsync(form, first)).IsSaved);
        var second = (await BookAsync()).Lines[0];
        Assert.Equal((2, second.Last.Id), (second.Last.Number, second.Valid!.Id));
        Assert.True((await SaveAsync(TariffForm.Of(second.Last, second.Last.ValidFrom), second.Last)).IsSaved);
        Assert.Equal(2, (await BookAsync()).Lines[0].Versions.Count);
    }

    [Fact]
    public async Task Who_changes_an_older_version_is_told()
    {
        var first = (await BookAsync()).Lines[0].Last;
        var saved = await Task.WhenAll(Enumerable.Range(1, 4).Select(day => Task.Run(() => SaveAsync(TariffForm.Of(first, new DateOnly(2022, 11, day)), first), Stop)));
        Assert.Single(saved, answer => answer.IsSaved);
        Assert.Equal(3, saved.Count(answer => answer.IsStale));
        Assert.Equal(2, (await BookAsync()).Lines[0].Versions.Count);
    }

    /// <summary>The last word is the context's: a version is written once.</summary>
    [Fact]
    public async Task No_commit_changes_a_version()
    {
        await using var db = _desk.Open();
        var version = await db.Set<Tariff>().SingleAsync(Stop);
        db.Entry(version).Property(row => row.Name).CurrentValue = "Иной";
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Stop));
    }

    [Fact]
    public async Task Before_the_first_tariff_s_day_nothing_is_posted()
    {
        await using (var db = _desk.Open())
        {
            await db.Set<Tariff>().ExecuteDeleteAsync(Stop);
            db.Add(Tariff.Create(Guid.NewGuid(), "Поздний", 1, [new TariffPeriod(30, 0.3m, 0, 0)], new DateOnly(2022, 10, 24)));
            await db.SaveChangesAsync(Stop);
        }

        var form = Sample.Group("100");
        form.Issue.Date = "23.10.2022";
        var id = await _desk.OpenDraftAsync(form);
        var refusal = Assert.Single((await _desk.PostAsync(id)).Fields);
        Assert.Equal((FieldKeys.Tariff, WizardTab.Documents), (refusal.Field, refusal.Tab));
    }

    /// <summary>«День выдачи входит в проценты» is of loans from now on.</summary>
    [Fact]
    public async Task The_switch_is_used_alike_by_rates_documents_and_ticket_and_a_posted_loan_keeps_it()
    {
        var before = await PostAsync("");
        await using (var db = _desk.Open())
        {
            var policy = AccountingPolicy.Create(useKvell: false);
            policy.Change(new PolicyForm { IssueDayBearsInterest = true }, _office, PledgeDesk.Noon.UtcDateTime);
            db.Add(policy);
            await db.SaveChangesAsync(Stop);
        }

        var draft = await _desk.OpenDraftAsync(Sample.Group("100"));
        Assert.True((await _desk.Get<ListRates>().ExecuteAsync(_desk.Receiver, new DateOnly(2022, 10, 24), Stop)).IssueDayBearsInterest);
        Assert.True((await DocumentsAsync(draft)).IssueDayBearsInterest);
        Assert.True((await TicketsAsync(draft)).Tickets[0].Terms!.IssueDayBearsInterest);
        Assert.False((await _desk.Get<ShowPledge>().ExecuteAsync(_desk.Receiver, before.Id, Stop))!.IssueDayBearsInterest);
        Assert.False((await DocumentsAsync(before.DraftId)).IssueDayBearsInterest);
        Assert.False((await TicketsAsync(before.DraftId)).Tickets[0].Terms!.IssueDayBearsInterest);
        Assert.True((await PostAsync("")).IssueDayBearsInterest);
    }

    private Task<DocumentsView> DocumentsAsync(Guid draft) => _desk.Get<ShowDocuments>().ExecuteAsync(_desk.Receiver, new LoanScope(draft), Stop);

    private async Task<PrintableTickets> TicketsAsync(Guid draft)
    {
        await _desk.PrintAsync(draft);
        return (await _desk.Get<ShowTickets>().ExecuteAsync(_desk.Receiver, draft, null, Stop))!;
    }

    private Task<TariffBook> BookAsync() => _desk.Get<ListTariffs>().ExecuteAsync(_office, Stop);

    private Task<SaveAnswer> SaveAsync(TariffForm form, Tariff? seen = null) => _desk.Get<SaveTariff>().ExecuteAsync(_office, form, seen, Stop);

    private async Task<PledgeOperation> PostAsync(string date)
    {
        await using var db = _desk.Open();
        var form = Sample.Group("100");
        form.Issue.Date = date;
        form.Pledgor.PledgorId = await db.Set<Pledgor>().Select(pledgor => (Guid?)pledgor.Id).SingleOrDefaultAsync(Stop);
        var id = await _desk.OpenDraftAsync(form);
        Assert.True((await _desk.PostAsync(id)).IsPosted);
        return Assert.Single(await _desk.OperationsAsync(id));
    }
}
