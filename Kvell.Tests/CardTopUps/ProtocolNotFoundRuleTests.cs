using Kvell.Domain.CardTopUps;
using Xunit;

namespace Kvell.Tests.CardTopUps;

/// <summary>Rule 4: "order not found" is no outcome, and what it allows after a grace.</summary>
public sealed class ProtocolNotFoundRuleTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly TopUpStory _story = new();

    private bool IsResendNext => _story.WaitUntilDue().Ask(new TopUpIntent.Schedule()) is TopUpStep.Send;

    [Fact]
    public void Not_found_within_the_grace_proves_nothing()
    {
        _story.Press().Answered(AnswerKind.Unknown).Wait(TopUpStory.Grace - Second).Check().Answered(AnswerKind.NotFound);
        Assert.Equal(TopUpState.Unknown, _story.TopUp.State);
        Assert.False(IsResendNext);
    }

    [Fact]
    public void Not_found_in_a_check_begun_within_the_grace_proves_nothing_however_late_it_comes()
    {
        var check = _story.Press().Answered(AnswerKind.Unknown).Wait(TopUpStory.Grace - Second).Check();
        _story.WaitSeconds(20);
        check.Answered(AnswerKind.NotFound);
        Assert.False(IsResendNext);
    }

    [Fact]
    public void Not_found_in_a_check_begun_when_the_grace_is_over_lets_the_same_bytes_go_again()
    {
        _story.Press().Answered(AnswerKind.Unknown).GraceEnds().Check().Answered(AnswerKind.NotFound);
        Assert.Equal(_story.Now, _story.TopUp.NextActionAt);
        Assert.True(IsResendNext);
    }

    [Fact]
    public void The_grace_of_a_send_whose_end_nobody_recorded_runs_from_its_lease_end()
    {
        _story.Press();
        var leaseEnd = _story.TopUp.LeaseUntil!.Value;
        _story.Recover();
        _story.WaitUntil(leaseEnd + TopUpStory.Grace - Second).Check().Answered(AnswerKind.NotFound);
        Assert.False(IsResendNext);
        _story.WaitUntil(Later(leaseEnd + TopUpStory.Grace)).Check().Answered(AnswerKind.NotFound);
        Assert.True(IsResendNext);
    }

    [Fact]
    public void The_grace_runs_from_the_end_of_the_last_send_and_not_from_its_beginning()
    {
        var send = _story.Press();
        _story.WaitSeconds(25);
        send.Answered(AnswerKind.Unknown).Wait(TopUpStory.Grace - Second).Check().Answered(AnswerKind.NotFound);
        Assert.False(IsResendNext);
    }

    [Fact]
    public void A_check_begun_before_the_last_send_says_nothing_about_it()
    {
        Reach.LostSend(_story);
        var frozen = Reach.FrozenCheck(_story.GraceEnds());
        var resend = Reach.NotFoundThenSent(_story).Answered(AnswerKind.Unknown);
        frozen.Answered(AnswerKind.NotFound);
        Assert.Equal(TopUpState.Unknown, resend.TopUp.State);
        Assert.False(IsResendNext);
    }

    [Fact]
    public void Each_resend_needs_a_grace_and_a_not_found_of_its_own()
    {
        Reach.Resend(_story).Answered(AnswerKind.Unknown);
        Assert.IsNotType<TopUpStep.Send>(_story.WaitUntilDue().Ask(new TopUpIntent.Schedule()));
        _story.Check().Answered(AnswerKind.NotFound);
        Assert.IsNotType<TopUpStep.Send>(_story.WaitUntilDue().Ask(new TopUpIntent.Schedule()));
        _story.GraceEnds().Check().Answered(AnswerKind.NotFound);
        Assert.True(IsResendNext);
        Assert.Equal(3, _story.SendAgain().Ordinal);
    }

    [Fact]
    public void Not_found_of_a_number_that_any_reply_accepted_is_never_followed_by_a_resend()
    {
        var send = Reach.LostSend(_story);
        _story.Check().Answered(AnswerKind.Accepted).Check().Answered(AnswerKind.Unlisted);
        send.Answered(AnswerKind.Unknown).GraceEnds().Check().Answered(AnswerKind.NotFound);
        Assert.Equal(TopUpState.Unknown, _story.TopUp.State);
        Assert.True(_story.TopUp.Attention.HasFlag(Attention.Contradiction));
        Assert.False(IsResendNext);
    }

    [Fact]
    public void Not_found_of_a_number_that_a_stale_reply_accepted_is_never_followed_by_a_resend()
    {
        var send = Reach.LostSend(_story);
        Reach.NotFoundThenSent(_story).Answered(AnswerKind.Unknown);
        send.Answered(AnswerKind.Accepted).GraceEnds().Check().Answered(AnswerKind.NotFound);
        Assert.False(IsResendNext);
        Assert.Null(_story.Last.SealedBody);
    }

    [Fact]
    public void A_resend_sends_the_same_bytes_under_the_same_number_and_only_on_the_loans_date()
    {
        _story.WaitUntil(_story.TopUp.LoanDay.EndsAt.AddMinutes(-5));
        var (first, body) = (_story.Press().Asked, _story.Last.SealedBody);
        _story.Recover();
        var second = Reach.NotFoundThenSent(_story);
        Assert.Equal((first, 2), (second.Asked, second.Ordinal));
        Assert.Same(body, second.Asked.SealedBody);

        second.Answered(AnswerKind.Unknown).DayEnds().GraceEnds().Check().Answered(AnswerKind.NotFound);
        Assert.True(_story.TopUp.NextActionAt > _story.Now);
        Assert.Equal(new TopUpStep.Check(1), _story.WaitUntilDue().Ask(new TopUpIntent.Schedule()));
        Assert.Throws<Kvell.Domain.Common.IllegalTransitionException>(() => _story.SendAgain());
    }

    [Fact]
    public void A_resend_that_midnight_overtook_becomes_a_check()
    {
        _story.WaitUntil(_story.TopUp.LoanDay.EndsAt - TopUpStory.Grace - Second);
        _story.Press().Answered(AnswerKind.Unknown).GraceEnds().Check().Answered(AnswerKind.NotFound);
        Assert.Equal(new TopUpStep.Send(1), _story.Ask(new TopUpIntent.Schedule()));
        Assert.Equal(new TopUpStep.Check(1), _story.DayEnds().Ask(new TopUpIntent.Schedule()));
    }

    [Fact]
    public void A_refused_resend_is_not_sent_once_more()
    {
        Reach.Resend(_story).Answered(AnswerKind.Refused);
        Assert.False(IsResendNext);
        _story.GraceEnds().Check().Answered(AnswerKind.Unknown);
        Assert.False(IsResendNext);
    }

    [Fact]
    public void Not_found_in_answer_to_a_send_is_no_outcome()
    {
        _story.Press().Answered(AnswerKind.NotFound);
        Assert.Equal(TopUpState.Unknown, _story.TopUp.State);
        Assert.False(IsResendNext);
    }

    private DateTime Later(DateTime time) => time > _story.Now ? time : _story.Now;
}
