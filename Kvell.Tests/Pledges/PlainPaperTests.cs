using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Domain.Settings;
using Kvell.Infrastructure.Branches;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Pledges;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kvell.Tests.Pledges;

/// <summary>«Печатать на простой бумаге, номера присваивать автоматически»</summary>
public sealed class PlainPaperTests : IAsyncLifetime
{
    private readonly PledgeDesk _desk = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _desk.InitializeAsync();
        await using var db = _desk.Open();
        var policy = AccountingPolicy.Create(useKvell: false);
        policy.Change(new PolicyForm { PrintsOnPlainPaper = true }, _desk.Receiver, PledgeDesk.Noon.UtcDateTime);
        Assert.True(PolicyForm.Of(policy).PrintsOnPlainPaper);
        db.Add(policy);
        await db.SaveChangesAsync(Stop);
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Each_ticket_gets_the_next_number_and_no_blank_is_taken()
    {
        var id = await _desk.OpenDraftAsync(Sample.Group("100", "200"));
        string[] numbers = ["ЛВЕС-Б00000001", "ЛВЕС-Б00000002"];
        Assert.Equal(numbers, (await _desk.PrintAsync(id)).Tickets.Select(ticket => ticket.BlankNumber));
        Assert.Equal(numbers, (await _desk.PrintAsync(id)).Tickets.Select(ticket => ticket.BlankNumber));
        var view = await _desk.Get<ShowDocuments>().ExecuteAsync(_desk.Receiver, new LoanScope(id), Stop);
        Assert.Equal((12, null, true), (view.CleanBlanks, view.NextBlank, view.IsOnPlainPaper));

        Assert.Null(await _desk.Get<SpoilBlank>().ExecuteAsync(_desk.Receiver, id, numbers[0], "замята бумага", Stop));
        Assert.Equal(["ЛВЕС-Б00000003", numbers[1]], (await _desk.PrintAsync(id)).Tickets.Select(ticket => ticket.BlankNumber));
    }

    [Fact]
    public async Task Receivers_who_print_at_once_leave_no_gap_and_no_double()
    {
        var drafts = new List<Guid>();
        for (var i = 0; i < 8; i++)
            drafts.Add(await _desk.OpenDraftAsync(Sample.Group("100", "200")));
        await Task.WhenAll(drafts.Concat(drafts).Select(draft => Task.Run(() => _desk.PrintAsync(draft), Stop)));
        await using var db = _desk.Open();
        var blanks = await db.Set<TicketBlank>().Where(blank => blank.IsPlainPaper).OrderBy(blank => blank.Ordinal).ToListAsync(Stop);
        Assert.Equal(Enumerable.Range(1, 16), blanks.Select(blank => blank.Ordinal));
        Assert.Equal(16, (await db.Set<DocumentCounter>().SingleAsync(counter => counter.Kind == DocumentKind.PlainTicket, Stop)).Last);
    }

    [Fact]
    public async Task Two_contexts_that_read_the_counter_at_one_instant_give_two_numbers()
    {
        var (mine, other) = (await _desk.OpenDraftAsync(Sample.Group("100")), await _desk.OpenDraftAsync(Sample.Group("100")));
        await _desk.PrintAsync(await _desk.OpenDraftAsync(Sample.Group("100")));
        string? second = null;
        _desk.StepIn.Before("FROM \"Branches\"", async () => second = (await _desk.PrintAsync(other)).Tickets[0].BlankNumber);
        var first = (await _desk.PrintAsync(mine)).Tickets[0].BlankNumber;
        Assert.True(_desk.StepIn.HasHappened);
        Assert.Equal(("ЛВЕС-Б00000002", "ЛВЕС-Б00000003"), (second, first));

        await using var one = _desk.Open();
        await using var two = _desk.Open();
        foreach (var db in new[] { one, two })
            (await db.Set<DocumentCounter>().SingleAsync(counter => counter.Kind == DocumentKind.PlainTicket, Stop)).Take();
        await one.SaveChangesAsync(Stop);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => two.SaveChangesAsync(Stop));
    }

    [Fact]
    public async Task The_report_counts_them_apart_and_the_clean_blanks_stay()
    {
        var id = await _desk.OpenDraftAsync(Sample.Group("100", "200", "300"));
        await _desk.PrintAsync(id);
        Assert.Null(await _desk.Get<SpoilBlank>().ExecuteAsync(_desk.Receiver, id, "ЛВЕС-Б00000002", "замята бумага", Stop));
        var report = (await _desk.Get<ShowBlankReport>().ExecuteAsync(_desk.Receiver, _desk.First, null, null, BlankFigure.Plain, Stop))!;
        Assert.Equal((12, 0, 3, 1, 0, 12), (report.Opening, report.Printed, report.Plain, report.Spoiled, report.SpoiledClean, report.Closing));
        Assert.Equal(["ЛВЕС-Б00000001", "ЛВЕС-Б00000002", "ЛВЕС-Б00000003"], report.Details.Lines.Select(line => line.Number));
        Assert.Equal((12, null, true), (report.CleanNow, report.NextBlank, report.IsOnPlainPaper));
    }

    [Fact]
    public async Task Switched_off_again_the_blanks_go_on_where_they_were()
    {
        var id = await _desk.OpenDraftAsync(Sample.Group("100", "200"));
        await _desk.PrintAsync(id, 1);
        await using (var db = _desk.Open())
        {
            (await db.Set<AccountingPolicy>().SingleAsync(Stop)).Change(new PolicyForm(), _desk.Receiver, PledgeDesk.Noon.UtcDateTime);
            await db.SaveChangesAsync(Stop);
        }

        Assert.Equal(["ЛВЕС-Б00000001", "ГП00000063"], (await _desk.PrintAsync(id)).Tickets.Select(ticket => ticket.BlankNumber));
    }
}
