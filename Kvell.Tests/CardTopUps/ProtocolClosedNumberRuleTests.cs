using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Xunit;

namespace Kvell.Tests.CardTopUps;

/// <summary>Rule 14: every closed number is still asked about.</summary>
public sealed class ProtocolClosedNumberRuleTests
{
    private readonly TopUpStory _story = new();

    [Fact]
    public void A_closed_number_is_checked_hourly_for_a_day_and_each_night_for_35()
    {
        _story.Press().Answered(AnswerKind.Refused);
        Assert.Equal(TopUpStory.HourlyAndNightly(_story.Now), _story.TimesAsked(AnswerKind.NotFound));
    }

    [Fact]
    public void What_turns_out_paid_in_a_night_is_paid_and_flagged()
    {
        _story.Press().Answered(AnswerKind.Refused).Wait(TimeSpan.FromDays(20));
        _story.WriteAheadCheck(new TopUpIntent.Schedule(), 1).Answered(AnswerKind.NotFound);
        _story.WaitUntilDue().WriteAheadCheck(new TopUpIntent.Schedule(), 1).Answered(AnswerKind.Completed);
        Assert.Equal(TopUpState.Completed, _story.TopUp.State);
        Assert.True(_story.TopUp.Attention.HasFlag(Attention.Contradiction));
        Assert.Null(_story.TopUp.NextActionAt);
    }

    [Fact]
    public void A_night_without_an_answer_and_a_week_without_a_server_cost_nothing_more()
    {
        _story.Press().Answered(AnswerKind.Refused).Wait(TimeSpan.FromDays(7));
        _story.WriteAheadCheck(new TopUpIntent.Schedule(), 1).Answered(AnswerKind.NotSent);
        Assert.Equal(_story.Now.Date.AddDays(1), _story.TopUp.NextActionAt);
    }

    [Fact]
    public void A_closed_number_is_asked_about_before_the_next_attempt()
    {
        _story.Press().Answered(AnswerKind.Refused).WaitSeconds(1);
        var press = _story.PressNow();
        Assert.Equal(new TopUpStep.Check(1), _story.Ask(press));
        Assert.Throws<IllegalTransitionException>(() => _story.Begin(press));
        _story.AskAboutClosed(press)!.Answered(AnswerKind.NotFound);
        Assert.Equal(2, _story.Begin(press).Attempt);
    }

    [Fact]
    public void Every_closed_number_is_asked_about_and_each_press_asks_anew()
    {
        _story.Press().Answered(AnswerKind.Refused);
        _story.Press().Answered(AnswerKind.Refused).WaitSeconds(1);
        var press = _story.PressNow();
        Assert.Equal(new TopUpStep.Check(1), _story.Ask(press));
        _story.AskAboutClosed(press)!.Answered(AnswerKind.NotFound);
        Assert.Equal(new TopUpStep.Check(2), _story.Ask(press));
        _story.AskAboutClosed(press)!.Answered(AnswerKind.NotFound);
        Assert.Equal(new TopUpStep.Begin(), _story.Ask(press));
        Assert.Equal(new TopUpStep.Check(1), _story.WaitSeconds(1).Ask(_story.PressNow()));
    }

    [Theory]
    [InlineData(AnswerKind.NotSent)]
    [InlineData(AnswerKind.Unknown)]
    [InlineData(AnswerKind.WrongEcho)]
    [InlineData(AnswerKind.Unlisted)]
    [InlineData(AnswerKind.Accepted)]
    [InlineData(AnswerKind.AwaitingCode)]
    [InlineData(AnswerKind.Refused)]
    [InlineData(AnswerKind.Misconfigured)]
    public void Nothing_but_not_found_or_canceled_lets_the_press_go_on(AnswerKind answer)
    {
        _story.Press().Answered(AnswerKind.Refused).WaitSeconds(1);
        var press = _story.PressNow();
        _story.AskAboutClosed(press)!.Answered(answer);
        Assert.IsType<TopUpStep.Refuse>(_story.Ask(press));
        Assert.Throws<IllegalTransitionException>(() => _story.Begin(press));
    }

    [Fact]
    public void Completed_ends_the_press()
    {
        _story.Press().Answered(AnswerKind.Refused).WaitSeconds(1);
        var press = _story.PressNow();
        _story.AskAboutClosed(press)!.Answered(AnswerKind.Completed);
        Assert.Equal(TopUpState.Completed, _story.TopUp.State);
        Assert.IsType<TopUpStep.Nothing>(_story.Ask(press));
    }

    [Fact]
    public void Not_found_counts_at_once_after_a_sole_sends_refusal_and_canceled_always()
    {
        _story.Press().Answered(AnswerKind.Refused).WaitSeconds(1);
        Assert.True(LetsGoOn(_story, AnswerKind.NotFound));
        Assert.True(LetsGoOn(new TopUpStory().Press().Answered(AnswerKind.Canceled).WaitSeconds(1), AnswerKind.Canceled));
    }

    [Fact]
    public void Not_found_counts_by_rule_4_after_every_other_proof()
    {
        var canceled = new TopUpStory().Press().Answered(AnswerKind.Canceled).WaitSeconds(1);
        Assert.False(LetsGoOn(canceled, AnswerKind.NotFound));
        Assert.True(LetsGoOn(canceled.GraceEnds().WaitSeconds(1), AnswerKind.NotFound));

        var stopped = new TopUpStory().Press().Answered(AnswerKind.NotSent).GiveUp(new TopUpIntent.StopTrying()).WaitSeconds(1);
        Assert.False(LetsGoOn(stopped, AnswerKind.NotFound));
        Assert.True(LetsGoOn(stopped.GraceEnds().WaitSeconds(1), AnswerKind.NotFound));

        Assert.True(LetsGoOn(Reach.ClosedByC(new TopUpStory()).WaitSeconds(1), AnswerKind.NotFound));
    }

    [Fact]
    public void Not_found_of_a_number_that_was_accepted_once_never_lets_the_press_go_on()
    {
        _story.Press().Answered(AnswerKind.Accepted).Check().Answered(AnswerKind.Canceled).Wait(TimeSpan.FromMinutes(10));
        Assert.False(LetsGoOn(_story, AnswerKind.NotFound));
        Assert.True(LetsGoOn(_story.WaitSeconds(1), AnswerKind.Canceled));
    }

    [Fact]
    public void A_late_acceptance_of_a_closed_number_keeps_not_found_from_counting()
    {
        var send = Reach.LostSend(_story);
        Reach.NotFoundThenSent(_story).Answered(AnswerKind.Refused).GraceEnds().Check().Answered(AnswerKind.NotFound);
        Assert.Equal(ClosedBy.ResendRefusedThenNotFound, _story.Last.ClosedBy);
        send.Answered(AnswerKind.Accepted);
        Assert.True(_story.TopUp.Attention.HasFlag(Attention.Contradiction));
        Assert.False(LetsGoOn(_story.WaitSeconds(1), AnswerKind.NotFound));

        var refused = new TopUpStory();
        refused.Press().Answered(AnswerKind.Refused).WaitSeconds(1).AskAboutClosed(refused.PressNow())!.Answered(AnswerKind.Accepted);
        Assert.False(LetsGoOn(refused.WaitSeconds(1), AnswerKind.NotFound));
    }

    [Fact]
    public void An_answer_from_before_the_press_lets_nothing_go_on()
    {
        _story.Press().Answered(AnswerKind.Refused).WaitUntilDue();
        var hourly = _story.WriteAheadCheck(new TopUpIntent.Schedule(), 1);
        _story.WaitSeconds(1);
        var press = _story.PressNow();
        hourly.Answered(AnswerKind.NotFound);
        Assert.Equal(new TopUpStep.Check(1), _story.Ask(press));
    }

    [Fact]
    public void Cash_waits_until_each_closed_number_was_asked_about_anew()
    {
        _story.Press().Answered(AnswerKind.Refused);
        _story.Press().Answered(AnswerKind.Refused).WaitSeconds(1);
        var ask = new TopUpIntent.AskClosed(_story.Now);
        Assert.True(_story.TopUp.ForbidsCash(ask.AskedAt));
        _story.WriteAheadCheck(ask, 1).Answered(AnswerKind.NotFound);
        Assert.True(_story.TopUp.ForbidsCash(ask.AskedAt));
        _story.WriteAheadCheck(ask, 2).Answered(AnswerKind.NotFound);
        Assert.False(_story.TopUp.ForbidsCash(ask.AskedAt));
        Assert.Equal(new TopUpStep.Nothing(), _story.Ask(ask));
        Assert.True(_story.TopUp.ForbidsCash(_story.WaitSeconds(1).Now));
    }

    [Theory]
    [InlineData(AnswerKind.Unknown)]
    [InlineData(AnswerKind.Accepted)]
    [InlineData(AnswerKind.Completed)]
    public void Cash_waits_while_a_closed_number_may_be_paid(AnswerKind answer)
    {
        _story.Press().Answered(AnswerKind.Refused).WaitSeconds(1);
        var ask = new TopUpIntent.AskClosed(_story.Now);
        _story.WriteAheadCheck(ask, 1).Answered(answer);
        Assert.True(_story.TopUp.ForbidsCash(ask.AskedAt));
        Assert.Equal(new TopUpStep.Nothing(), _story.Ask(ask));
    }

    [Fact]
    public void A_press_that_could_not_be_carried_out_leaves_its_sentence()
    {
        _story.Press().Answered(AnswerKind.Refused);
        _story.TopUp.NotePressRefused("Новая не отправлена", _story.Claim());
        Assert.Equal(("Новая не отправлена", (string?)null), (_story.TopUp.Message, _story.TopUp.LeaseOwner));
    }

    private static bool LetsGoOn(TopUpStory declined, AnswerKind answer)
    {
        var press = declined.PressNow();
        declined.AskAboutClosed(press)!.Answered(answer);
        return declined.Ask(press) is TopUpStep.Begin;
    }
}
