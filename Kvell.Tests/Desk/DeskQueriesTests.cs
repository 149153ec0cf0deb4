using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Branches;
using Kvell.Infrastructure.Desk;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kvell.Tests.Desk;

public sealed class DeskQueriesTests : IAsyncLifetime
{
    private readonly Rooms _rooms = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _rooms.InitializeAsync();

    public ValueTask DisposeAsync() => _rooms.DisposeAsync();

    [Fact]
    public async Task A_receiver_sees_the_own_branch_and_full_rights_see_all()
    {
        await _rooms.TopUpAsync(TopUpState.Unknown);
        await _rooms.TopUpAsync(_rooms.Stranger, TopUpState.Unknown);

        Assert.Equal(1, await CountAsync(_rooms.Receiver));
        Assert.Equal(1, await CountAsync(_rooms.Stranger));
        Assert.Equal(2, await CountAsync(_rooms.FullRights));
        Assert.Equal(2, await CountAsync(_rooms.Administrator));

        async Task<int> CountAsync(Actor actor)
        {
            var loans = await _rooms.Get<ListTodaysLoans>().ExecuteAsync(actor, Stop);
            var topUps = await _rooms.Get<ListTodaysTopUps>().ExecuteAsync(actor, Stop);
            var attention = await _rooms.Get<ListAttention>().ExecuteAsync(actor, Stop);
            var totals = await _rooms.Get<ShowDayTotals>().ExecuteAsync(actor, Stop);
            Assert.Equal(loans.Count, topUps.Count);
            Assert.Equal(loans.Count, attention.Count);
            Assert.Equal(loans.Count, totals.Loans.Count);
            return loans.Count;
        }
    }

    [Fact]
    public async Task A_receiver_without_a_branch_sees_nothing()
    {
        await _rooms.TopUpAsync(TopUpState.Unknown);
        var lost = new Actor(Guid.NewGuid(), "Никто", [UserRole.Receiver], null);
        Assert.Empty(await _rooms.Get<ListTodaysLoans>().ExecuteAsync(lost, Stop));
        Assert.Empty(await _rooms.Get<ListAttention>().ExecuteAsync(lost, Stop));
        Assert.Equal(0, (await _rooms.Get<ShowDayTotals>().ExecuteAsync(lost, Stop)).CleanBlanks);
    }

    [Fact]
    public async Task Today_is_the_branchs_own_day()
    {
        // 13:00 UTC is 16:00 in Moscow and 23:00 in Vladivostok; at 16:30 UTC the next day has begun in Vladivostok only.
        _rooms.Clock.SetUtcNow(Rooms.Noon.AddHours(4));
        await _rooms.LoanAsync();
        await _rooms.LoanAsync(_rooms.Stranger);
        _rooms.Clock.SetUtcNow(Rooms.Noon.AddHours(7.5));

        Assert.Single(await _rooms.Get<ListTodaysLoans>().ExecuteAsync(_rooms.Receiver, Stop));
        Assert.Empty(await _rooms.Get<ListTodaysLoans>().ExecuteAsync(_rooms.Stranger, Stop));
        Assert.Single(await _rooms.Get<ListTodaysLoans>().ExecuteAsync(_rooms.FullRights, Stop));
        Assert.Equal(1, (await _rooms.Get<ShowDayTotals>().ExecuteAsync(_rooms.FullRights, Stop)).Loans.Count);
    }

    [Theory]
    [InlineData(TopUpState.New, true)]
    [InlineData(TopUpState.Sending, false)]
    [InlineData(TopUpState.AwaitingCode, true)]
    [InlineData(TopUpState.Processing, false)]
    [InlineData(TopUpState.Unknown, true)]
    [InlineData(TopUpState.Postponed, true)]
    [InlineData(TopUpState.Declined, true)]
    [InlineData(TopUpState.Completed, false)]
    public async Task Attention_is_asked_where_a_person_can_do_something(TopUpState state, bool isListed)
    {
        await _rooms.TopUpAsync(state);
        Assert.Equal(isListed, (await _rooms.Get<ListAttention>().ExecuteAsync(_rooms.Receiver, Stop)).Count == 1);
    }

    [Fact]
    public async Task Attention_is_asked_for_what_is_undecided_for_fifteen_minutes()
    {
        await _rooms.TopUpAsync(TopUpState.Processing);
        _rooms.Clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));
        Assert.Empty(await _rooms.Get<ListAttention>().ExecuteAsync(_rooms.Receiver, Stop));
        _rooms.Clock.Advance(TimeSpan.FromSeconds(1));
        var late = Assert.Single(await _rooms.Get<ListAttention>().ExecuteAsync(_rooms.Receiver, Stop));
        Assert.StartsWith("Исхода нет больше 15 минут", Assert.Single(late.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flag_asks_for_attention_in_every_state_and_says_why()
    {
        var topUp = await _rooms.TopUpAsync(TopUpState.Completed);
        await using (var db = _rooms.Open())
        {
            await db.Set<CardTopUp>().Where(found => found.Id == topUp.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(found => found.Attention, Attention.PaidTwice), Stop);
        }

        var row = Assert.Single(await _rooms.Get<ListAttention>().ExecuteAsync(_rooms.Receiver, Stop));
        Assert.Contains("дважды", Assert.Single(row.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proposal_asks_for_its_second_person_in_every_state()
    {
        var topUp = await _rooms.TopUpAsync(TopUpState.Completed);
        await using (var db = _rooms.Open())
        {
            await db.Set<CardTopUp>().Where(found => found.Id == topUp.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(found => found.Proposed, DecisionKind.TakeBack), Stop);
        }

        _rooms.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(DecisionKind.TakeBack, Assert.Single(await _rooms.Get<ListAttention>().ExecuteAsync(_rooms.Administrator, Stop)).Proposed);
    }

    [Fact]
    public async Task What_never_left_asks_until_the_loan_is_given_otherwise()
    {
        var topUp = await _rooms.TopUpAsync(TopUpState.New);
        _rooms.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Single(await _rooms.Get<ListAttention>().ExecuteAsync(_rooms.Receiver, Stop));
        await using (var db = _rooms.Open())
        {
            await db.Set<PledgeOperation>().Where(operation => operation.Id == topUp.OperationId)
                .ExecuteUpdateAsync(set => set.SetProperty(operation => operation.IsReceiptPrinted, true), Stop);
        }

        Assert.Empty(await _rooms.Get<ListAttention>().ExecuteAsync(_rooms.Receiver, Stop));
    }

    [Fact]
    public async Task A_refusal_of_another_day_asks_no_longer()
    {
        await _rooms.TopUpAsync(TopUpState.Declined);
        _rooms.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await _rooms.Get<ListAttention>().ExecuteAsync(_rooms.Receiver, Stop));
    }

    [Fact]
    public async Task The_day_adds_up()
    {
        await _rooms.TopUpAsync(TopUpState.Completed, 6500);
        await _rooms.TopUpAsync(TopUpState.Unknown, 4200);
        await _rooms.LoanAsync(2000, cash: 500);
        await _rooms.LoanAsync(3000, cash: 3000);
        await using (var db = _rooms.Open())
        {
            // Cash is given with the receipt: what is only entered is still in the drawer.
            var given = Money.FromRubles(3000);
            await db.Set<PledgeOperation>().Where(operation => operation.CashAmount == given)
                .ExecuteUpdateAsync(set => set.SetProperty(operation => operation.IsReceiptPrinted, true), Stop);
        }

        var totals = await _rooms.Get<ShowDayTotals>().ExecuteAsync(_rooms.Receiver, Stop);
        Assert.Equal(new Total(4, Money.FromRubles(15_700)), totals.Loans);
        Assert.Equal(new Total(1, Money.FromRubles(6500)), totals.PaidToCard);
        Assert.Equal(new Total(2, Money.FromRubles(5700)), totals.NotPaid);
        Assert.Equal(new Total(1, Money.FromRubles(3000)), totals.Cash);
        Assert.Equal(Money.FromRubles(250_000), totals.CashBalance);
        Assert.Equal(2, totals.CleanBlanks);
    }

    [Fact]
    public async Task Unfinished_drafts_have_something_typed_stand_own_first_and_end_with_closing()
    {
        var colleague = new Actor(Guid.NewGuid(), "Смирнов Олег Юрьевич", [UserRole.Receiver], _rooms.First);
        var (own, others, closed, untouched) = (
            Draft(_rooms.Receiver, "Морозова"), Draft(colleague, "Орлов", savedAfter: 1), Draft(_rooms.Receiver, "Белова"), Draft(_rooms.Receiver, ""));
        closed.Close(_rooms.Now);
        await using (var db = _rooms.Open())
        {
            db.AddRange(own, others, closed, untouched);
            await db.SaveChangesAsync(Stop);
        }

        var rows = await _rooms.Get<ListUnfinishedDrafts>().ExecuteAsync(_rooms.Receiver, Stop);
        Assert.Equal([(own.Id, true), (others.Id, false)], rows.Select(row => (row.Id, row.IsOwn)));
        Assert.Empty(await _rooms.Get<ListUnfinishedDrafts>().ExecuteAsync(_rooms.Stranger, Stop));
        await Assert.ThrowsAsync<AccessDeniedException>(() => _rooms.Get<ListUnfinishedDrafts>().ExecuteAsync(_rooms.Administrator, Stop));

        GroupDraft Draft(Actor by, string summary, int savedAfter = 0)
        {
            var draft = GroupDraft.Open(Guid.CreateVersion7(), _rooms.First, by, _rooms.Now);
            draft.Save("{}", summary, _rooms.Now.AddMinutes(savedAfter));
            return draft;
        }
    }

    [Fact]
    public async Task A_workplace_is_the_persons_branch()
    {
        Assert.Equal("Ломбард №1", (await _rooms.Get<ShowWorkplace>().ExecuteAsync(_rooms.Receiver, Stop)).BranchName);
        Assert.Null((await _rooms.Get<ShowWorkplace>().ExecuteAsync(_rooms.FullRights, Stop)).BranchName);
    }
}
