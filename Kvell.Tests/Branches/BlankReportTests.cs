using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Branches;
using Kvell.Infrastructure.Pledges;
using Kvell.Tests.Pledges;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kvell.Tests.Branches;

/// <summary>The movement of blanks over three days, against a count kept beside it.</summary>
public sealed class BlankReportTests : IAsyncLifetime
{
    private static readonly DateOnly Monday = new(2022, 10, 24);

    private readonly PledgeDesk _desk = new();

    /// <summary>What a storekeeper with a notebook would have written: by day and figure.</summary>
    private readonly Dictionary<(DateOnly Day, BlankFigure Figure), List<string>> _notebook = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _desk.InitializeAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Every_figure_of_every_period_is_what_was_done_in_it()
    {
        await LiveThreeDaysAsync();
        for (var from = -1; from <= 3; from++)
        {
            for (var to = from; to <= 3; to++)
                await CheckAsync(Monday.AddDays(from), Monday.AddDays(to));
        }
    }

    [Fact]
    public async Task The_list_behind_a_figure_says_which_when_and_why()
    {
        await LiveThreeDaysAsync();
        var spoiled = (await ReportAsync(Monday, Monday.AddDays(2), BlankFigure.Spoiled)).Details.Lines;
        Assert.Equal(
            [("ГП00000063", "Билет №01", true, "замята бумага"), ("ГП00000070", null, false, "порван"), ("ГП00000065", "Билет №02", true, "не тот лоток")],
            spoiled.Select(line => (line.Number, line.Ticket, line.OperationNumber is not null, line.Reason)));
        Assert.Equal(new DateTime(2022, 10, 24, 12, 19, 10), spoiled[0].At);
        var printed = (await ReportAsync(Monday, Monday, BlankFigure.Printed)).Details.Lines;
        Assert.Equal([BlankState.Spoiled, BlankState.Annulled], printed.Select(line => line.StateNow));
        Assert.Equal(
            [new BlankRun("ГП00000067", "ГП00000069", 3), new BlankRun("ГП00000071", "ГП00000074", 4), new BlankRun("ЯЯ00000001", "ЯЯ00000005", 5)],
            (await ReportAsync(Monday, Monday.AddDays(2), BlankFigure.ClosingClean)).Details.Runs);
        Assert.Equal(("ЯЯ00000001", "ЯЯ00000005", 5, _desk.Receiver.Name), Of(Assert.Single((await ReportAsync(Monday, Monday.AddDays(2), BlankFigure.Received)).Details.Receipts)));

        static (string, string, int, string) Of(BlankReceipt receipt) => (receipt.Run.First, receipt.Run.Last, receipt.Run.Count, receipt.ByName);
    }

    [Fact]
    public async Task A_move_and_a_document_are_written_once()
    {
        await LiveThreeDaysAsync();
        await using var db = _desk.Open();
        db.Remove(await db.Set<BlankMove>().FirstAsync(Stop));
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Stop));
        db.ChangeTracker.Clear();
        db.Remove(await db.Set<BlankRange>().FirstAsync(Stop));
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Stop));
    }

    [Fact]
    public async Task Another_branchs_blanks_are_neither_counted_nor_shown_nor_received_nor_spoiled()
    {
        await LiveThreeDaysAsync();
        var empty = (await _desk.Get<ShowBlankReport>().ExecuteAsync(_desk.Stranger, _desk.Second, Monday, Monday.AddDays(2), BlankFigure.Printed, Stop))!;
        Assert.Equal((0, 0, 0, 0, 0), (empty.Opening, empty.Received, empty.Printed, empty.Spoiled, empty.Closing));
        await Assert.ThrowsAsync<AccessDeniedException>(() => _desk.Get<ShowBlankReport>().ExecuteAsync(_desk.Stranger, _desk.First, null, null, BlankFigure.Printed, Stop));
        await Assert.ThrowsAsync<AccessDeniedException>(() => _desk.Get<ReceiveBlanks>().ExecuteAsync(_desk.Stranger, _desk.First, new BlanksForm { Series = "ЩЩ", First = "1", Count = "1" }, Stop));
        await Assert.ThrowsAsync<AccessDeniedException>(() => _desk.Get<SpoilBlankByNumber>().ExecuteAsync(_desk.Stranger, _desk.First, "ГП00000071", "порван", Stop));
        Assert.Equal(SpoilBlankByNumber.NumberField, Assert.Single((await _desk.Get<SpoilBlankByNumber>().ExecuteAsync(_desk.Stranger, _desk.Second, "ГП00000071", "порван", Stop)).Refusals).Field);
    }

    /// <summary>Monday: two printed, posted, one of them spoiled; Tuesday: five come, a clean one spoiled, one annulled; Wednesday: two printed, one spoiled.</summary>
    private async Task LiveThreeDaysAsync()
    {
        var first = await PrintedAsync(0, "111111", "ГП00000063", "ГП00000064");
        await SpoilAsync(0, "ГП00000063", "замята бумага");
        _desk.Clock.Advance(TimeSpan.FromDays(1));
        Assert.True((await _desk.Get<ReceiveBlanks>().ExecuteAsync(_desk.Receiver, _desk.First, new BlanksForm { Series = "яя", First = "1", Last = "5" }, Stop)).IsSaved);
        Write(1, BlankFigure.Received, [.. Enumerable.Range(1, 5).Select(ordinal => $"ЯЯ0000000{ordinal}")]);
        await SpoilAsync(1, "ГП00000070", "порван");
        Assert.Null(await _desk.Get<ZeroOperation>().ExecuteAsync(_desk.Receiver, (await _desk.OperationsAsync(first))[1].Id, "клиент передумал", Stop));
        Write(1, BlankFigure.Annulled, "ГП00000064");
        _desk.Clock.Advance(TimeSpan.FromDays(1));
        await PrintedAsync(2, "222222", "ГП00000065", "ГП00000066");
        await SpoilAsync(2, "ГП00000065", "не тот лоток");
    }

    private async Task<Guid> PrintedAsync(int day, string passport, params string[] numbers)
    {
        var form = Sample.Group([.. numbers.Select(_ => "100")]);
        form.Pledgor = Sample.Ivanov(passport);
        var id = await _desk.OpenDraftAsync(form);
        if (day == 2)
        {
            await _desk.PrintAsync(id, 2);
            await _desk.PrintAsync(id, 1);
        }

        await _desk.PrintAsync(id);
        Assert.True((await _desk.PostAsync(id)).IsPosted);
        Write(day, BlankFigure.Printed, numbers);
        return id;
    }

    private async Task SpoilAsync(int day, string number, string reason)
    {
        Assert.Empty((await _desk.Get<SpoilBlankByNumber>().ExecuteAsync(_desk.Receiver, _desk.First, number, reason, Stop)).Refusals);
        Write(day, BlankFigure.Spoiled, number);
    }

    private void Write(int day, BlankFigure figure, params string[] numbers)
    {
        if (!_notebook.TryGetValue((Monday.AddDays(day), figure), out var written))
            _notebook[(Monday.AddDays(day), figure)] = written = [];
        written.AddRange(numbers);
    }

    private async Task CheckAsync(DateOnly from, DateOnly to)
    {
        var report = await ReportAsync(from, to, BlankFigure.Printed);
        foreach (var figure in new[] { BlankFigure.Received, BlankFigure.Printed, BlankFigure.Spoiled, BlankFigure.Annulled })
            Assert.Equal(Written(figure, from, to).Count, report[figure]);
        Assert.Equal(CleanBefore(from), report.Opening);
        Assert.Equal(CleanBefore(to.AddDays(1)), report.Closing);
        foreach (var figure in new[] { BlankFigure.Printed, BlankFigure.Spoiled, BlankFigure.Annulled })
            Assert.Equal(Written(figure, from, to).Order(StringComparer.Ordinal), (await ReportAsync(from, to, figure)).Details.Lines.Select(line => line.Number).Order(StringComparer.Ordinal));
        foreach (var (figure, clean) in new[] { (BlankFigure.OpeningClean, report.Opening), (BlankFigure.ClosingClean, report.Closing) })
            Assert.Equal(clean, (await ReportAsync(from, to, figure)).Details.Runs.Sum(run => run.Count));
    }

    /// <summary>Twelve there were, and those that came; less each that was printed or spoiled, whichever came first.</summary>
    private int CleanBefore(DateOnly day)
    {
        var clean = Enumerable.Range(63, 12).Select(ordinal => $"ГП000000{ordinal}").Concat(Written(BlankFigure.Received, DateOnly.MinValue, day.AddDays(-1))).ToHashSet();
        clean.ExceptWith(Written(BlankFigure.Printed, DateOnly.MinValue, day.AddDays(-1)));
        clean.ExceptWith(Written(BlankFigure.Spoiled, DateOnly.MinValue, day.AddDays(-1)));
        return clean.Count;
    }

    private List<string> Written(BlankFigure figure, DateOnly from, DateOnly to) =>
        [.. _notebook.Where(note => note.Key.Figure == figure && note.Key.Day >= from && note.Key.Day <= to).SelectMany(note => note.Value)];

    private async Task<BlankReport> ReportAsync(DateOnly from, DateOnly to, BlankFigure figure) =>
        (await _desk.Get<ShowBlankReport>().ExecuteAsync(_desk.Receiver, _desk.First, from, to, figure, Stop))!;
}
