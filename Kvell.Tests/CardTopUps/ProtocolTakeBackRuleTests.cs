using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Xunit;
using static Kvell.Tests.CardTopUps.Decisions;

namespace Kvell.Tests.CardTopUps;

/// <summary>
/// Rule 13's end: an «Оплачено» by hand is taken back by two while no reply said <c>completed</c>. The trace: paid by hand → undecided,
/// locked, asked about; never sent, never confirmed; a reply or two persons decide it anew.
/// </summary>
public sealed class ProtocolTakeBackRuleTests
{
    private readonly TopUpStory _story = new();

    [Fact]
    public void Taken_back_it_is_undecided_locked_and_asked_about_at_once()
    {
        _story.TakenBack();
        Assert.Equal((TopUpState.Unknown, false, null, null), (_story.TopUp.State, _story.Last.IsPaid, _story.Last.ClosedBy, _story.TopUp.CompletedAt));
        Assert.True(_story.TopUp.State.LocksOperation());
        Assert.Equal((_story.Now, _story.Last.StartedAt), (_story.TopUp.NextActionAt, _story.TopUp.UndecidedSince));
        Assert.Equal(new TopUpStep.Check(1), _story.Ask(new TopUpIntent.Schedule()));
        Assert.Equal(new TopUpStep.Nothing(), _story.Ask(_story.PressNow()));
    }

    [Fact]
    public void Not_found_never_sends_it_again()
    {
        _story.TakenBack();
        for (var check = 0; check < 5; check++)
        {
            _story.WaitUntilDue();
            Assert.Equal(new TopUpStep.Check(1), _story.Ask(new TopUpIntent.Schedule()));
            _story.WriteAheadCheck(new TopUpIntent.Schedule(), 1).Answered(AnswerKind.NotFound);
        }

        Assert.Equal((TopUpState.Unknown, 1), (_story.TopUp.State, _story.Last.SendCount));
    }

    [Fact]
    public void A_code_that_KVELL_asks_for_is_never_sent()
    {
        Assert.Equal(TopUpState.Processing, _story.TakenBack().Check().Answered(AnswerKind.AwaitingCode).TopUp.State);
        Assert.Equal(new TopUpStep.Nothing(), _story.Ask(new TopUpIntent.Confirm()));
    }

    [Theory]
    [InlineData(AnswerKind.Completed, TopUpState.Completed)]
    [InlineData(AnswerKind.Canceled, TopUpState.Declined)]
    public void A_reply_decides_it_anew(AnswerKind answer, TopUpState expected)
    {
        _story.TakenBack().Check().Answered(answer);
        Assert.Equal((expected, Attention.None), (_story.TopUp.State, _story.TopUp.Attention));
        Refused(() => _story.TopUp.Propose(DecisionKind.TakeBack, _story.Now, Chief, _story.Now));
    }

    [Fact]
    public void Two_persons_decide_it_anew_and_only_then_another_number_begins()
    {
        _story.TakenBack();
        _story.TopUp.Propose(DecisionKind.NotPaid, _story.Now, Chief, _story.Now);
        _story.Confirmed();
        Assert.Equal((TopUpState.Declined, ClosedBy.DecidedByHand), (_story.TopUp.State, _story.Last.ClosedBy));
        Assert.Equal(2, _story.Press().Attempt);
    }

    [Fact]
    public void What_KVELL_said_is_completed_is_never_taken_back()
    {
        _story.Press().Completed("777", TopUpStory.Loan);
        Refused(() => _story.TopUp.Propose(DecisionKind.TakeBack, _story.WaitSeconds(600).Now, Chief, _story.Now));
    }

    [Fact]
    public void KVELLs_completed_bears_out_a_decision_by_hand_and_voids_its_taking_back()
    {
        _story.Proposed(DecisionKind.Paid).Confirmed();
        Assert.True(_story.TopUp.IsPaidByHand);
        _story.TopUp.Propose(DecisionKind.TakeBack, _story.Now, Chief, _story.Now);
        _story.WaitUntilDue().WriteAheadCheck(new TopUpIntent.Schedule(), 1).Completed("777", TopUpStory.Loan);
        Assert.Equal((false, "777", null), (_story.TopUp.IsPaidByHand, _story.TopUp.KvellId, _story.TopUp.Proposed));
        Refused(() => _story.TopUp.ConfirmDecision(Deputy, _story.Now));
        Refused(() => _story.TopUp.Propose(DecisionKind.TakeBack, _story.Now, Chief, _story.Now));
    }

    [Fact]
    public void A_completed_of_an_earlier_number_keeps_the_loan_paid()
    {
        _story.Press().Answered(AnswerKind.Refused);
        _story.Proposed(DecisionKind.Paid).Confirmed();
        _story.TopUp.RecordSend(1, 1, new AnswerMeaning(AnswerKind.Completed, "completed"), "a stale worker", _story.Now, TopUpStory.Settings);
        Assert.True(_story.TopUp.Attention.HasFlag(Attention.PaidTwice));
        Refused(() => _story.TopUp.Propose(DecisionKind.TakeBack, _story.Now, Chief, _story.Now));
    }

    [Fact]
    public void It_takes_two_persons_too_and_a_free_lease()
    {
        _story.Proposed(DecisionKind.Paid).Confirmed();
        Refused(() => _story.TopUp.Propose(DecisionKind.TakeBack, _story.Now, Administrator, _story.Now));
        Refused(() => _story.TopUp.Propose(DecisionKind.TakeBack, _story.Now.AddTicks(1), Chief, _story.Now));
        _story.TopUp.Propose(DecisionKind.TakeBack, _story.Now, Chief, _story.Now);
        Refused(() => _story.TopUp.ConfirmDecision(Chief, _story.Now));
        var worker = _story.Claim();
        Refused(() => _story.TopUp.ConfirmDecision(Deputy, _story.Now));
        _story.TopUp.Release(worker);
        _story.TopUp.RejectDecision(Administrator, _story.Now);
        Assert.Equal((TopUpState.Completed, true), (_story.TopUp.State, _story.TopUp.IsPaidByHand));
    }

    [Fact]
    public void A_number_paid_by_hand_is_asked_about_as_a_closed_one_and_a_no_is_flagged()
    {
        var since = _story.Proposed(DecisionKind.Paid).Confirmed().Now;
        Assert.Equal(TopUpStory.HourlyAndNightly(since), _story.TimesAsked(AnswerKind.Canceled));
        Assert.Equal((TopUpState.Completed, Attention.Contradiction), (_story.TopUp.State, _story.TopUp.Attention));
    }

    [Fact]
    public void What_turns_out_never_to_have_left_is_over_and_is_not_sent_later()
    {
        var send = Reach.LostSend(_story);
        _story.Wait(CardTopUp.ProposalAfter);
        _story.TopUp.Propose(DecisionKind.Paid, _story.Now, Chief, _story.Now);
        _story.Confirmed().TopUp.Propose(DecisionKind.TakeBack, _story.Now, Chief, _story.Now);
        _story.Confirmed();
        send.Answered(AnswerKind.NotSent);
        Assert.Equal((TopUpState.Declined, ClosedBy.NothingLeft), (_story.TopUp.State, _story.Last.ClosedBy));
    }

    [Fact]
    public void A_decision_of_the_next_day_that_is_taken_back_leaves_no_flag_of_the_day()
    {
        _story.Press().Answered(AnswerKind.Unknown);
        _story.DayEnds().TopUp.Propose(DecisionKind.Paid, _story.Now, Chief, _story.Now);
        Assert.Equal(Attention.PaidOnAnotherDay, _story.Confirmed().TopUp.Attention);
        _story.TopUp.Propose(DecisionKind.TakeBack, _story.Now, Chief, _story.Now);
        Assert.Equal(Attention.None, _story.Confirmed().TopUp.Attention);
    }

    private static void Refused(Action verb) => Assert.Throws<IllegalTransitionException>(verb);
}
