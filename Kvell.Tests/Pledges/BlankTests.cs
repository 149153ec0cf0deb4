using Kvell.Domain.Branches;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Pledges;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kvell.Tests.Pledges;

public sealed class BlankTests : IAsyncLifetime
{
    private readonly PledgeDesk _desk = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _desk.InitializeAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Each_ticket_takes_the_next_clean_blank_and_keeps_it_when_printed_again()
    {
        var id = await _desk.OpenDraftAsync(Sample.Group());
        Assert.Equal([new PrintedTicket(2, "ГП00000063")], (await _desk.PrintAsync(id, 2)).Tickets);
        string[] all = ["ГП00000064", "ГП00000063", "ГП00000065", "ГП00000066"];
        Assert.Equal(all, (await _desk.PrintAsync(id)).Tickets.Select(ticket => ticket.BlankNumber));
        Assert.Equal(all, (await _desk.PrintAsync(id)).Tickets.Select(ticket => ticket.BlankNumber));
        Assert.Equal((8, "ГП00000067"), await CleanAsync(id));
    }

    [Fact]
    public async Task A_ticket_without_a_sum_yet_still_comes_out_and_says_no_cost()
    {
        var id = await _desk.OpenDraftAsync(Sample.Group(""));
        await _desk.PrintAsync(id);
        Assert.Null(Assert.Single((await _desk.Get<ShowTickets>().ExecuteAsync(_desk.Receiver, id, null, Stop))!.Tickets).Terms);
    }

    [Fact]
    public async Task Receivers_who_print_at_once_never_take_the_same_blank()
    {
        var drafts = new List<Guid>();
        for (var i = 0; i < 6; i++)
            drafts.Add(await _desk.OpenDraftAsync(Sample.Group("100", "200")));
        var printed = await Task.WhenAll(drafts.Select(draft => Task.Run(() => _desk.PrintAsync(draft), Stop)));
        Assert.Equal(12, printed.SelectMany(result => result.Tickets).Select(ticket => ticket.BlankNumber).Distinct().Count());
    }

    [Fact]
    public async Task A_double_press_takes_one_blank_a_ticket()
    {
        var id = await _desk.OpenDraftAsync(Sample.Group("100"));
        var printed = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => _desk.PrintAsync(id), Stop)));
        Assert.Equal(["ГП00000063"], printed.SelectMany(result => result.Tickets).Select(ticket => ticket.BlankNumber).Distinct());
        Assert.Equal((11, "ГП00000064"), await CleanAsync(id));
    }

    [Fact]
    public async Task A_press_that_comes_in_between_leaves_the_ticket_one_blank()
    {
        var id = await _desk.OpenDraftAsync(Sample.Group("100"));
        _desk.StepIn.Before("ORDER BY \"t\".\"Series\"", () => _desk.PrintAsync(id));
        Assert.Equal("ГП00000063", Assert.Single((await _desk.PrintAsync(id)).Tickets).BlankNumber);
        Assert.True(_desk.StepIn.HasHappened);
        Assert.Equal((11, "ГП00000064"), await CleanAsync(id));
    }

    [Fact]
    public async Task A_print_without_enough_blanks_takes_none()
    {
        var id = await _desk.OpenDraftAsync(Sample.Group([.. Enumerable.Repeat("100", 13)]));
        Assert.Contains("нужно 13, осталось 12", (await _desk.PrintAsync(id)).Refusal!.Sentence, StringComparison.Ordinal);
        Assert.Equal((12, "ГП00000063"), await CleanAsync(id));
    }

    [Fact]
    public async Task A_spoiled_blank_is_never_used_and_its_ticket_takes_another()
    {
        var id = await _desk.OpenDraftAsync(Sample.Group("100", "200"));
        await _desk.PrintAsync(id);
        Assert.Null(await _desk.Get<SpoilBlank>().ExecuteAsync(_desk.Receiver, id, "ГП00000063", "замята бумага", Stop));
        Assert.Null(await _desk.Get<SpoilBlank>().ExecuteAsync(_desk.Receiver, id, "ГП00000065", "порван", Stop));
        Assert.Equal(["ГП00000066", "ГП00000064"], (await _desk.PrintAsync(id)).Tickets.Select(ticket => ticket.BlankNumber));
        await using var db = _desk.Open();
        var spoiled = await db.Set<TicketBlank>().Where(blank => blank.State == BlankState.Spoiled).OrderBy(blank => blank.Ordinal).ToListAsync(Stop);
        Assert.Equal(["замята бумага", "порван"], spoiled.Select(blank => blank.SpoiltReason));
    }

    [Fact]
    public async Task Another_groups_blank_is_not_spoiled_from_here()
    {
        var (mine, other) = (await _desk.OpenDraftAsync(Sample.Group("100")), await _desk.OpenDraftAsync(Sample.Group("100")));
        var number = (await _desk.PrintAsync(other)).Tickets[0].BlankNumber;
        var refusal = await _desk.Get<SpoilBlank>().ExecuteAsync(_desk.Receiver, mine, number, "порван", Stop);
        Assert.Equal(SpoilBlank.BlankField, refusal!.Field);
        Assert.Equal(SpoilBlank.ReasonField, (await _desk.Get<SpoilBlank>().ExecuteAsync(_desk.Receiver, other, number, " ", Stop))!.Field);
    }

    private async Task<(int Clean, string? Next)> CleanAsync(Guid draftId)
    {
        var view = await _desk.Get<ShowDocuments>().ExecuteAsync(_desk.Receiver, new LoanScope(draftId), Stop);
        return (view.CleanBlanks, view.NextBlank);
    }
}
