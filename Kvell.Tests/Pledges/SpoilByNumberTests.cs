using Kvell.Domain.Branches;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Branches;
using Kvell.Infrastructure.Pledges;
using Kvell.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kvell.Tests.Pledges;

/// <summary>«Испорчен» by number, and blanks received, outside any group.</summary>
public sealed class SpoilByNumberTests : IAsyncLifetime
{
    private readonly PledgeDesk _desk = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _desk.InitializeAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Any_clean_blank_not_only_the_next()
    {
        Assert.True((await SpoilAsync("гп 66")).IsSaved);
        var id = await _desk.OpenDraftAsync(Sample.Group());
        Assert.Equal(["ГП00000063", "ГП00000064", "ГП00000065", "ГП00000067"], (await _desk.PrintAsync(id)).Tickets.Select(ticket => ticket.BlankNumber));
    }

    [Fact]
    public async Task A_posted_tickets_blank_and_the_ticket_takes_another_even_after_the_group_is_closed()
    {
        var id = await _desk.OpenDraftAsync(Sample.Group("100", "200"));
        await _desk.PrintAsync(id);
        Assert.True((await _desk.PostAsync(id)).IsPosted);
        Assert.Null(await _desk.Get<CloseDraft>().ExecuteAsync(_desk.Receiver, id, Stop));
        Assert.True((await SpoilAsync("ГП00000064")).IsSaved);
        Assert.Equal(["ГП00000063", null], await TicketsAsync(id));
        await _desk.PrintAsync(id);
        Assert.Equal(["ГП00000063", "ГП00000065"], await TicketsAsync(id));
    }

    [Fact]
    public async Task Of_a_draft_a_group_posted_at_that_moment_keeps_no_spoiled_blank()
    {
        var id = await _desk.OpenDraftAsync(Sample.Group("100"));
        await _desk.PrintAsync(id);
        _desk.StepIn.Before("FROM \"DocumentCounters\"", () => SpoilAsync("ГП00000063"));
        Assert.True((await _desk.PostAsync(id)).IsPosted);
        Assert.True(_desk.StepIn.HasHappened);
        Assert.Equal([null], await TicketsAsync(id));
    }

    [Fact]
    public async Task What_can_not_be_spoiled_is_said_at_the_number()
    {
        var id = await _desk.OpenDraftAsync(Sample.Group("100"));
        await _desk.PrintAsync(id);
        await _desk.PostAsync(id);
        Assert.Null(await _desk.Get<ZeroOperation>().ExecuteAsync(_desk.Receiver, (await _desk.OperationsAsync(id))[0].Id, "клиент передумал", Stop));
        Assert.True((await SpoilAsync("ГП00000064")).IsSaved);
        Assert.Equal("Бланк ГП00000063 аннулирован вместе с операцией", Assert.Single((await SpoilAsync("ГП00000063")).Refusals).Sentence);
        Assert.Equal("Бланк ГП00000064 уже испорчен", Assert.Single((await SpoilAsync("ГП00000064")).Refusals).Sentence);
        Assert.Equal("Бланка ГП00000401 в этом филиале нет: проверьте номер", Assert.Single((await SpoilAsync("ГП401")).Refusals).Sentence);
        var empty = await _desk.Get<SpoilBlankByNumber>().ExecuteAsync(_desk.Receiver, _desk.First, "63", " ", Stop);
        Assert.Equal([SpoilBlankByNumber.NumberField, SpoilBlankByNumber.ReasonField], empty.Refusals.Select(refusal => refusal.Field));
    }

    [Fact]
    public async Task Of_many_who_spoil_and_print_at_once_each_blank_goes_one_way()
    {
        var drafts = new List<Guid>();
        for (var i = 0; i < 4; i++)
            drafts.Add(await _desk.OpenDraftAsync(Sample.Group("100", "200")));
        var spoiling = Enumerable.Range(63, 4).Select(ordinal => Task.Run(() => SpoilAsync($"ГП{ordinal}"), Stop)).ToList();
        await Task.WhenAll(drafts.Select(draft => Task.Run(() => _desk.PrintAsync(draft), Stop)).Concat<Task>(spoiling));
        Assert.All(await Task.WhenAll(spoiling), answer => Assert.True(answer.IsSaved));
        foreach (var draft in drafts)
            await _desk.PrintAsync(draft);
        await using var db = _desk.Open();
        var blanks = await db.Set<TicketBlank>().Include(blank => blank.Moves).ToListAsync(Stop);
        Assert.Equal(8, blanks.Count(blank => blank.State == BlankState.Printed));
        Assert.Equal(4, blanks.Count(blank => blank.State == BlankState.Spoiled));
        Assert.All(blanks, blank => Assert.Equal(Enumerable.Range(1, blank.Version), blank.Moves.Select(move => move.Ordinal).Order()));
    }

    [Fact]
    public async Task Of_two_who_receive_the_same_numbers_at_once_one_is_refused_whole()
    {
        var answers = await Task.WhenAll(new[] { (_desk.Receiver, _desk.First), (_desk.Stranger, _desk.Second) }
            .Select(who => Task.Run(() => _desk.Get<ReceiveBlanks>().ExecuteAsync(who.Item1, who.Item2, new BlanksForm { Series = "ЯЯ", First = "1", Last = "50" }, Stop), Stop)));
        Assert.Single(answers, answer => answer.IsSaved);
        Assert.Contains("уже принят", Assert.Single(answers, answer => !answer.IsSaved).Refusals[0].Sentence, StringComparison.Ordinal);
        await using var db = _desk.Open();
        Assert.Equal(50, await db.Set<TicketBlank>().CountAsync(blank => blank.Series == "ЯЯ", Stop));
        var range = await db.Set<BlankRange>().SingleAsync(Stop);
        Assert.Equal(50, await db.Set<TicketBlank>().CountAsync(blank => blank.RangeId == range.Id && blank.BranchId == range.BranchId, Stop));
    }

    private Task<SaveAnswer> SpoilAsync(string number) => _desk.Get<SpoilBlankByNumber>().ExecuteAsync(_desk.Receiver, _desk.First, number, "порван", Stop);

    private async Task<List<string?>> TicketsAsync(Guid draft)
    {
        await using var db = _desk.Open();
        return await db.Set<PledgeTicket>().Where(ticket => ticket.DraftId == draft).OrderBy(ticket => ticket.Ordinal).Select(ticket => ticket.BlankNumber).ToListAsync(Stop);
    }
}
