using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Xunit;

namespace Kvell.Tests.CardTopUps;

/// <summary>Rule 7: cash and card never exceed the loan. (Two commits that overlap: the processor's tests.)</summary>
public sealed class ProtocolOperationRuleTests
{
    private static readonly Money Loan = TopUpStory.Loan;

    [Fact]
    public void Undecided_postponed_and_completed_lock_the_operation()
    {
        var locking = Enum.GetValues<TopUpState>().Where(state => state.LocksOperation()).Select(ProtocolMatrix.LetterOf);
        Assert.Equal("SABUPC", string.Concat(locking));
    }

    [Fact]
    public void A_locked_operation_refuses_cash()
    {
        var operation = TopUpStory.PostOperation(Money.Zero);
        var version = operation.Version;
        Assert.Throws<IllegalTransitionException>(() => operation.EnterCash(new Money(1), payoutLock: true));
        Assert.Equal((Money.Zero, version), (operation.CashAmount, operation.Version));
    }

    [Fact]
    public void An_attempt_and_cash_each_advance_the_operations_version()
    {
        var operation = TopUpStory.PostOperation(Money.Zero);
        operation.NotePayoutAttempt();
        Assert.Equal(2, operation.Version);
        operation.EnterCash(Loan, payoutLock: false);
        Assert.Equal(3, operation.Version);
    }

    [Fact]
    public void Any_cash_rules_out_an_attempt()
    {
        Assert.Throws<IllegalTransitionException>(() => TopUpStory.PostOperation(new Money(1)).NotePayoutAttempt());
        var operation = TopUpStory.PostOperation(Money.Zero);
        operation.EnterCash(new Money(1), payoutLock: false);
        Assert.Throws<IllegalTransitionException>(operation.NotePayoutAttempt);
        operation.EnterCash(Money.Zero, payoutLock: false);
        operation.NotePayoutAttempt();
        Assert.Equal(4, operation.Version);
    }

    [Fact]
    public void Cash_is_between_nothing_and_the_loan()
    {
        var operation = TopUpStory.PostOperation(Money.Zero);
        Assert.Throws<ArgumentOutOfRangeException>(() => operation.EnterCash(Loan + new Money(1), payoutLock: false));
        Assert.Throws<ArgumentOutOfRangeException>(() => operation.EnterCash(new Money(-1), payoutLock: false));
        operation.EnterCash(Loan, payoutLock: false);
        Assert.Equal(Loan, operation.CashAmount);
    }

    [Fact]
    public void The_attempt_pays_the_whole_loan_and_nothing_else()
    {
        var story = new TopUpStory();
        story.Press();
        Assert.Equal((Loan, Loan), (story.TopUp.Amount, story.Last.Amount));
    }

    [Fact]
    public void An_attempt_begins_on_the_loans_date_only()
    {
        var story = new TopUpStory();
        Assert.True(story.TopUp.LoanDay.Covers(story.Now));
        Assert.IsType<TopUpStep.Begin>(story.WaitUntil(story.TopUp.LoanDay.EndsAt.AddTicks(-1)).Ask(story.PressNow()));
        Assert.IsType<TopUpStep.Refuse>(story.DayEnds().Ask(story.PressNow()));
        Assert.Throws<IllegalTransitionException>(() => story.Begin(story.PressNow()));
    }

    [Fact]
    public void The_loans_date_runs_in_the_branchs_zone()
    {
        var day = new TopUpStory().TopUp.LoanDay;
        Assert.Equal(new DateTime(2026, 3, 1, 21, 0, 0, DateTimeKind.Utc), day.StartsAt);
        Assert.Equal(new DateTime(2026, 3, 2, 21, 0, 0, DateTimeKind.Utc), day.EndsAt);
        Assert.Equal((false, true, true, false), (
            day.Covers(day.StartsAt.AddTicks(-1)), day.Covers(day.StartsAt), day.Covers(day.EndsAt.AddTicks(-1)), day.Covers(day.EndsAt)));
    }
}
