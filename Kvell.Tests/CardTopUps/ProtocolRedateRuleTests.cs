using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Xunit;

namespace Kvell.Tests.CardTopUps;

/// <summary>Rules 7 and 14 where a loan is re-dated: its one top-up follows, and no number crosses the night.</summary>
public sealed class ProtocolRedateRuleTests
{
    private readonly TopUpStory _story = new();

    [Fact]
    public void A_top_up_follows_its_loan_while_nothing_is_out_and_in_no_other_state()
    {
        foreach (var state in Enum.GetValues<TopUpState>())
        {
            var story = state == TopUpState.New ? new TopUpStory() : Reach.NextNumber(new TopUpStory(), state);
            Redate(story, topUp: null);
            var follow = () => story.TopUp.FollowDate(story.Operation, TopUpStory.Moscow);
            if (state is TopUpState.New or TopUpState.Declined)
                follow();
            else
                Assert.Throws<IllegalTransitionException>(follow);
            Assert.Equal(state is TopUpState.New or TopUpState.Declined, story.TopUp.LoanDay.Date == story.Operation.LoanDate);
        }
    }

    [Fact]
    public void An_operation_refuses_it_in_every_locking_state()
    {
        foreach (var state in Enum.GetValues<TopUpState>())
        {
            var operation = TopUpStory.PostOperation(Money.Zero);
            var (version, date) = (operation.Version, operation.LoanDate);
            var redate = () => { operation.Redate(date.AddDays(1), new LoanTariff(operation.TariffId, false), null, state, isUnanswered: false, TopUpStory.Receiver, TopUpStory.Noon); };
            if (state.LocksOperation())
                Assert.Throws<IllegalTransitionException>(redate);
            else
                redate();
            Assert.Equal(state.LocksOperation() ? (version, date) : (version + 1, date.AddDays(1)), (operation.Version, operation.LoanDate));
        }
    }

    [Fact]
    public void Without_KVELLs_answer_about_a_refused_number_it_is_refused()
    {
        var operation = TopUpStory.PostOperation(Money.Zero);
        Assert.Throws<IllegalTransitionException>(() => { operation.Redate(operation.LoanDate.AddDays(1), new LoanTariff(operation.TariffId, false), null, TopUpState.Declined, isUnanswered: true, TopUpStory.Receiver, TopUpStory.Noon); });
    }

    [Fact]
    public void A_number_of_the_old_date_that_turns_out_paid_is_flagged_though_today_is_the_loans_date()
    {
        _story.Press().Answered(AnswerKind.Refused);
        _story.DayEnds();
        Redate(_story, TopUpState.Declined);
        _story.TopUp.FollowDate(_story.Operation, TopUpStory.Moscow);
        Assert.True(_story.TopUp.LoanDay.Covers(_story.Now));
        var press = _story.WaitSeconds(1).PressNow();
        _story.AskAboutClosed(press)!.Answered(AnswerKind.Completed);
        Assert.Equal(TopUpState.Completed, _story.TopUp.State);
        Assert.True(_story.TopUp.Attention.HasFlag(Attention.PaidOnAnotherDay));
    }

    [Fact]
    public void After_it_a_new_number_begins_on_the_new_date()
    {
        _story.Press().Answered(AnswerKind.Refused);
        _story.DayEnds();
        Assert.IsType<TopUpStep.Refuse>(_story.Ask(_story.PressNow()));
        Redate(_story, TopUpState.Declined);
        _story.TopUp.FollowDate(_story.Operation, TopUpStory.Moscow);
        _story.Press().Answered(AnswerKind.Completed);
        Assert.Equal((TopUpState.Completed, Attention.None, 2), (_story.TopUp.State, _story.TopUp.Attention, _story.TopUp.Attempts.Count));
    }

    private static void Redate(TopUpStory story, TopUpState? topUp) => story.Operation.Redate(
        story.Operation.LoanDate.AddDays(1), new LoanTariff(story.Operation.TariffId, false), null, topUp, isUnanswered: false, TopUpStory.Receiver, story.Now);
}
