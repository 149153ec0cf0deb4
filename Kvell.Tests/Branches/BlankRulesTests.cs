using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges.Forms;
using Kvell.Tests.Pledges;
using Xunit;

namespace Kvell.Tests.Branches;

/// <summary>Blanks, their documents and their numbers, by the domain alone.</summary>
public sealed class BlankRulesTests
{
    private static readonly Guid By = Guid.NewGuid();
    private static readonly DateTime Now = PledgeDesk.Noon.UtcDateTime;

    [Theory]
    [InlineData("ГП", "1", "", "10", null)]
    [InlineData("ГП", "1", "10", "", null)]
    [InlineData("ГП", "1", "10", "10", null)]
    [InlineData("ГП", "7", "7", "", null)]
    [InlineData("ГП", "1", "5000", "", null)]
    [InlineData("ГП", "10", "9", "", BlanksForm.LastField)]
    [InlineData("ГП", "1", "5001", "", BlanksForm.LastField)]
    [InlineData("ГП", "1", "сто", "", BlanksForm.LastField)]
    [InlineData("ГП", "1", "10", "11", BlanksForm.CountField)]
    [InlineData("ГП", "1", "", "", BlanksForm.CountField)]
    [InlineData("ГП", "1", "", "5001", BlanksForm.CountField)]
    [InlineData("ГП", "99999999", "", "2", BlanksForm.CountField)]
    [InlineData("ГП", "0", "", "1", BlanksForm.FirstField)]
    [InlineData("ГП-Б", "1", "", "1", BlanksForm.SeriesField)]
    public void A_range_is_refused_at_the_field_that_is_wrong(string series, string first, string last, string count, string? field) =>
        Assert.Equal(field, new BlanksForm { Series = series, First = first, Last = last, Count = count }.Check().SingleOrDefault()?.Field);

    [Fact]
    public void The_last_number_and_the_count_fill_each_other_in()
    {
        var form = new BlanksForm { Series = "гп", First = "201", Last = "300" };
        Assert.Equal("100", form.FillIn(lastWasTyped: true).Count);
        Assert.Equal("00000250", new BlanksForm { First = "201", Count = "50" }.FillIn(lastWasTyped: false).Last);
        Assert.Equal((201, 300), form.Range);
        Assert.Equal((201, 250), new BlanksForm { Series = "ГП", First = "201", Count = "50" }.Range);
        Assert.Throws<IllegalTransitionException>(() => (form with { Last = "200" }).Range);
        Assert.Equal("", (form with { Last = "200" }).FillIn(lastWasTyped: true).Count);
    }

    [Theory]
    [InlineData("ГП00000063", "ГП", 63)]
    [InlineData(" гп 63 ", "ГП", 63)]
    [InlineData("ЛВЕС-Б00000001", "ЛВЕС-Б", 1)]
    public void A_number_is_read_as_it_stands_on_the_paper(string typed, string series, int ordinal)
    {
        Assert.True(BlankNumber.TryRead(typed, out var number));
        Assert.Equal(new BlankNumber(series, ordinal), number);
    }

    [Theory]
    [InlineData("")]
    [InlineData("63")]
    [InlineData("ГП")]
    [InlineData("ГП123456789")]
    [InlineData("ГП 63 64")]
    public void What_is_no_number_is_not_read(string typed) => Assert.False(BlankNumber.TryRead(typed, out _));

    [Fact]
    public void Each_move_is_kept_though_the_blank_says_the_last_alone()
    {
        var (blank, draft) = (TicketBlank.Receive(Guid.NewGuid(), "ГП", 63), Guid.NewGuid());
        blank.PrintFor(draft, 2, By, Now);
        blank.Spoil("замята бумага", By, Now.AddMinutes(1));
        Assert.Equal(
            [(1, BlankState.Clean, BlankState.Printed, Now, null), (2, BlankState.Printed, BlankState.Spoiled, Now.AddMinutes(1), "замята бумага")],
            blank.Moves.Select(move => (move.Ordinal, move.From, move.To, move.At, move.Reason)));
        Assert.All(blank.Moves, move => Assert.Equal((blank.Id, blank.BranchId, (Guid?)draft, (int?)2), (move.BlankId, move.BranchId, move.DraftId, move.TicketOrdinal)));
        Assert.Throws<IllegalTransitionException>(() => blank.Annul("обнулена", By, Now));
        Assert.Throws<IllegalTransitionException>(() => blank.Spoil("ещё раз", By, Now));
        Assert.Throws<IllegalTransitionException>(() => blank.PrintFor(draft, 1, By, Now));
        Assert.Equal(2, blank.Moves.Count);
    }

    [Fact]
    public void A_range_makes_each_of_its_blanks_once()
    {
        var range = BlankRange.Receive(Guid.NewGuid(), "ГП", 63, 65, Actor.Nobody, Now);
        Assert.Equal(["ГП00000063", "ГП00000064", "ГП00000065"], range.Blanks().Select(blank => blank.Number));
        Assert.All(range.Blanks(), blank => Assert.Equal((range.Id, BlankState.Clean), (blank.RangeId, blank.State)));
        Assert.Throws<IllegalTransitionException>(() => BlankRange.Receive(Guid.NewGuid(), "ГП", 65, 63, Actor.Nobody, Now));
    }

    [Fact]
    public void A_cancelled_tickets_items_stay_free_until_they_are_put_into_another_or_deleted()
    {
        var form = Sample.Group("100", "200", "300");
        form.Items[2].Ticket = 1;
        form.FreeTicket(1);
        Assert.Equal([2], GroupRules.TicketsOf(form).Select(ticket => ticket.Ordinal));
        Assert.Equal([1, 3], ItemRules.Check(form.Items).Select(refusal => int.Parse(refusal.Field.Split('-').First(part => int.TryParse(part, out _)), null)));
        form.CloseTicketGaps();
        Assert.Equal([0, 1, 0], form.Items.Select(item => item.Ticket));
        form.Items[0].Ticket = form.NextTicket;
        form.Items.RemoveAt(2);
        Assert.Empty(ItemRules.Check(form.Items));
        Assert.Equal([1, 2], GroupRules.TicketsOf(form).Select(ticket => ticket.Ordinal));
    }
}
