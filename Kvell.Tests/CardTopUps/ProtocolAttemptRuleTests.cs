using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Xunit;

namespace Kvell.Tests.CardTopUps;

/// <summary>Rules 2 and 3: an attempt, its number and its bytes; when the next one may begin.</summary>
public sealed class ProtocolAttemptRuleTests
{
    private readonly TopUpStory _story = new();

    [Fact]
    public void An_attempt_is_on_the_row_with_its_number_and_bytes_before_its_send_is_answered()
    {
        _story.Press();
        Assert.Equal((TopUpState.Sending, 1, 1), (_story.TopUp.State, _story.Last.Number, _story.Last.SendCount));
        Assert.NotNull(_story.Last.SealedBody);
        Assert.True(Guid.TryParse(_story.Last.Transaction, out _) && System.Text.Ascii.IsValid(_story.Last.Transaction));
    }

    [Fact]
    public void Every_repeat_sends_the_same_bytes_under_the_same_number()
    {
        _story.Press();
        var (attempt, transaction, body) = (_story.Last, _story.Last.Transaction, _story.Last.SealedBody);
        _story.Recover();
        var resend = Reach.NotFoundThenSent(_story);
        Same();
        Reach.NotFoundThenSent(resend.Answered(AnswerKind.Unknown));
        Same();
        Assert.Equal(3, attempt.SendCount);

        var postponed = new TopUpStory();
        postponed.Press().Answered(AnswerKind.NotSent);
        (transaction, body) = (postponed.Last.Transaction, postponed.Last.SealedBody);
        postponed.SendAgain().Answered(AnswerKind.NotSent).SendAgain();
        Assert.Single(postponed.TopUp.Attempts);
        Assert.Equal(transaction, postponed.Last.Transaction);
        Assert.Same(body, postponed.Last.SealedBody);

        void Same()
        {
            Assert.Same(attempt, Assert.Single(_story.TopUp.Attempts));
            Assert.Equal(transaction, attempt.Transaction);
            Assert.Same(body, attempt.SealedBody);
        }
    }

    [Fact]
    public void A_send_abandoned_before_its_body_began_leaves_no_byte_and_is_repeated()
    {
        _story.Press().Answered(AnswerKind.NotSent);
        Assert.Equal((TopUpState.Postponed, 0), (_story.TopUp.State, _story.Last.SendsThatMayHaveLeft));
        Assert.Equal(new TopUpStep.Send(1), _story.WaitUntilDue().Ask(new TopUpIntent.Schedule()));
    }

    [Fact]
    public void A_send_is_taken_for_sent_until_it_is_proven_that_no_byte_left()
    {
        _story.Press();
        _story.Recover();
        Assert.Equal(1, _story.Last.SendsThatMayHaveLeft);
        Assert.Equal(TopUpState.Unknown, Reach.NotFoundThenSent(_story).Answered(AnswerKind.NotSent).TopUp.State);
        Assert.Equal(1, _story.Last.SendsThatMayHaveLeft);
    }

    [Fact]
    public void A_new_attempt_begins_only_by_a_press_that_saw_the_last_one()
    {
        Assert.IsType<TopUpStep.Nothing>(_story.Ask(new TopUpIntent.Press(1, _story.Now)));
        Assert.IsType<TopUpStep.Begin>(_story.Ask(new TopUpIntent.Press(0, _story.Now)));
        _story.Press().Answered(AnswerKind.Refused).WaitSeconds(1);
        Assert.IsType<TopUpStep.Nothing>(_story.Ask(new TopUpIntent.Press(0, _story.Now)));
        Assert.IsType<TopUpStep.Check>(_story.Ask(new TopUpIntent.Press(1, _story.Now)));
        foreach (var intent in new TopUpIntent[] { new TopUpIntent.Schedule(), new TopUpIntent.CheckNow(), new TopUpIntent.StopTrying(), new TopUpIntent.Confirm() })
            Assert.IsNotType<TopUpStep.Begin>(_story.Ask(intent));
    }

    [Theory]
    [InlineData(AnswerKind.Unknown)]
    [InlineData(AnswerKind.NotFound)]
    [InlineData(AnswerKind.WrongEcho)]
    [InlineData(AnswerKind.Unlisted)]
    [InlineData(AnswerKind.Accepted)]
    [InlineData(AnswerKind.AwaitingCode)]
    [InlineData(AnswerKind.NotSent)]
    [InlineData(AnswerKind.Completed)]
    public void No_attempt_begins_unless_the_last_is_proven_refused(AnswerKind answer)
    {
        _story.Press().Answered(answer).GraceEnds().WaitSeconds(1);
        Assert.Throws<IllegalTransitionException>(() => _story.Begin(_story.PressNow()));
        Assert.Single(_story.TopUp.Attempts);
    }

    [Fact]
    public void Canceled_proves_a_refusal() => Assert.Equal(
        (TopUpState.Declined, ClosedBy.Canceled), Outcome(_story.Press().Answered(AnswerKind.Accepted).Check().Answered(AnswerKind.Canceled)));

    [Theory]
    [InlineData(AnswerKind.Refused)]
    [InlineData(AnswerKind.Misconfigured)]
    public void A_refusal_proves_it_of_the_only_send_of_which_a_byte_left(AnswerKind refusal)
    {
        Assert.Equal((TopUpState.Declined, ClosedBy.SoleSendRefused), Outcome(new TopUpStory().Press().Answered(refusal)));
        var abandonedBefore = new TopUpStory().Press().Answered(AnswerKind.NotSent).SendAgain();
        Assert.Equal((TopUpState.Declined, ClosedBy.SoleSendRefused), Outcome(abandonedBefore.Answered(refusal)));
    }

    [Theory]
    [InlineData(AnswerKind.Refused)]
    [InlineData(AnswerKind.Misconfigured)]
    public void A_refusal_of_a_resend_proves_nothing_until_a_full_grace_and_not_found_from_a_check_begun_after_it(AnswerKind refusal)
    {
        Reach.Resend(_story).Answered(refusal);
        Assert.Equal(TopUpState.Unknown, _story.TopUp.State);
        var tooEarly = _story.Wait(TopUpStory.Grace - TimeSpan.FromSeconds(1)).Check();
        _story.GraceEnds();
        Assert.Equal(TopUpState.Unknown, tooEarly.Answered(AnswerKind.NotFound).TopUp.State);
        Assert.Equal((TopUpState.Declined, ClosedBy.ResendRefusedThenNotFound), Outcome(_story.Check().Answered(AnswerKind.NotFound)));
    }

    [Fact]
    public void A_refusal_of_an_earlier_resend_is_forgotten_when_a_later_one_is_unanswered()
    {
        var resend = Reach.Resend(_story);
        _story.Recover();
        resend.Answered(AnswerKind.Refused);
        Assert.Equal((TopUpState.Declined, ClosedBy.ResendRefusedThenNotFound), Outcome(_story.GraceEnds().Check().Answered(AnswerKind.NotFound)));

        var other = new TopUpStory();
        var first = Reach.Resend(other);
        other.Recover();
        var second = Reach.NotFoundThenSent(other);
        first.Answered(AnswerKind.Refused);
        second.Answered(AnswerKind.Unknown);
        Assert.Equal(TopUpState.Unknown, other.GraceEnds().Check().Answered(AnswerKind.NotFound).TopUp.State);
    }

    [Fact]
    public void What_never_left_is_declined_by_a_person_or_by_the_days_end()
    {
        _story.Press().Answered(AnswerKind.NotSent).GiveUp(new TopUpIntent.StopTrying());
        Assert.Equal((TopUpState.Declined, ClosedBy.NothingLeft), Outcome(_story));

        var untilMidnight = new TopUpStory();
        untilMidnight.Press().Answered(AnswerKind.NotSent).DayEnds().GiveUp(new TopUpIntent.Schedule());
        Assert.Equal((TopUpState.Declined, ClosedBy.NothingLeft), Outcome(untilMidnight));
    }

    [Fact]
    public void Nobody_stops_what_may_have_left()
    {
        _story.Press().Answered(AnswerKind.Unknown);
        Assert.IsType<TopUpStep.Nothing>(_story.Ask(new TopUpIntent.StopTrying()));
        Assert.IsNotType<TopUpStep.GiveUp>(_story.DayEnds().Ask(new TopUpIntent.StopTrying()));
    }

    [Theory]
    [InlineData(AnswerKind.Refused)]
    [InlineData(AnswerKind.Misconfigured)]
    [InlineData(AnswerKind.Unknown)]
    [InlineData(AnswerKind.NotSent)]
    [InlineData(AnswerKind.NotFound)]
    public void No_error_to_a_status_call_or_a_confirm_proves_anything(AnswerKind error)
    {
        Reach.AwaitingCode(_story).GraceEnds().Check().Answered(error);
        Assert.Equal(TopUpState.AwaitingCode, _story.TopUp.State);
        Assert.True(_story.Confirm().Answered(error).TopUp.State.IsUndecided());
        Assert.True(_story.Last.IsOpen);
        Assert.True(new TopUpStory().Press().Answered(AnswerKind.Unknown).GraceEnds().Check().Answered(error).TopUp.State == TopUpState.Unknown);
    }

    private static (TopUpState, ClosedBy?) Outcome(TopUpStory story) => (story.TopUp.State, story.Last.ClosedBy);
}
