using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Xunit;
using static Kvell.Tests.CardTopUps.Decisions;

namespace Kvell.Tests.CardTopUps;

/// <summary>Rule 14's «Продолжить без проверки»: one press, by name, only where KVELL gave no answer.</summary>
public sealed class ProtocolWaiverRuleTests
{
    private readonly TopUpStory _story = new();

    [Theory]
    [InlineData(AnswerKind.NotSent)]
    [InlineData(AnswerKind.Unknown)]
    public void A_press_goes_on_without_an_answer_once_somebody_answers_for_it(AnswerKind silence)
    {
        Assert.False(Asked(Declined(), silence));
        Continue();
        Assert.Equal((DecisionEvent.ContinuedWithoutCheck, null, Chief.Name), Assert.Single(_story.TopUp.Told()));
        Assert.Equal("Нет связи с KVELL", _story.TopUp.Decisions[0].Reason);
        Assert.Contains($"до {Russian.DateAndTime(BranchZone.ToLocal(_story.Now + CardTopUp.WaiverLasts, TopUpStory.Moscow))}.", _story.TopUp.Message, StringComparison.Ordinal);
        Assert.True(Asked(_story.WaitSeconds(5), silence));
        Assert.Equal(2, _story.Begin(_story.PressNow()).Attempt);
    }

    [Fact]
    public void It_asks_all_the_same_before_it_goes_on()
    {
        Asked(Declined(), AnswerKind.NotSent);
        Continue();
        Assert.Equal(new TopUpStep.Check(1), _story.WaitSeconds(5).Ask(_story.PressNow()));
        Assert.Throws<IllegalTransitionException>(() => _story.Begin(_story.PressNow()));
    }

    [Theory]
    [InlineData(AnswerKind.Accepted)]
    [InlineData(AnswerKind.AwaitingCode)]
    [InlineData(AnswerKind.WrongEcho)]
    [InlineData(AnswerKind.Unlisted)]
    [InlineData(AnswerKind.Refused)]
    [InlineData(AnswerKind.Misconfigured)]
    [InlineData(AnswerKind.Completed)]
    public void An_answer_of_KVELLs_counts_more_than_the_person(AnswerKind answer)
    {
        Asked(Declined(), AnswerKind.NotSent);
        Continue();
        Assert.False(Asked(_story.WaitSeconds(5), answer));
    }

    [Fact]
    public void It_lets_one_press_through_and_no_more()
    {
        Asked(Declined(), AnswerKind.NotSent);
        Continue();
        Asked(_story.WaitSeconds(5), AnswerKind.NotSent);
        _story.Begin(_story.PressNow()).Answered(AnswerKind.Refused);
        Assert.Null(_story.TopUp.WaivedAt);
        Assert.False(Asked(_story.WaitSeconds(5), AnswerKind.NotSent));
    }

    [Fact]
    public void It_lets_no_press_through_that_came_before_it_or_a_quarter_of_an_hour_later()
    {
        Asked(Declined(), AnswerKind.NotSent);
        var early = new TopUpIntent.Press(1, _story.Now);
        _story.WaitSeconds(1);
        Continue();
        Assert.IsType<TopUpStep.Refuse>(_story.Ask(early));
        Assert.False(Asked(_story.Wait(CardTopUp.WaiverLasts), AnswerKind.NotSent));
    }

    [Fact]
    public void Every_refused_number_is_asked_about_and_one_that_answers_is_heard()
    {
        _story.Press().Answered(AnswerKind.Refused);
        _story.Press().Answered(AnswerKind.Refused);
        Asked(_story.WaitSeconds(1), AnswerKind.NotSent);
        Continue();
        var press = _story.WaitSeconds(5).PressNow();
        _story.AskAboutClosed(press)!.Answered(AnswerKind.NotSent);
        Assert.Equal(new TopUpStep.Check(2), _story.Ask(press));
        _story.AskAboutClosed(press)!.Answered(AnswerKind.Accepted);
        Assert.IsType<TopUpStep.Refuse>(_story.Ask(press));
    }

    [Fact]
    public void Nobody_continues_where_KVELL_answers_or_was_not_asked()
    {
        Refused(Declined());
        Asked(_story, AnswerKind.Misconfigured);
        Refused(_story);
        Asked(_story.WaitSeconds(1), AnswerKind.NotSent);
        Asked(_story.WaitSeconds(1), AnswerKind.NotFound);
        Refused(_story);
    }

    [Theory]
    [InlineData(AnswerKind.Unknown)]
    [InlineData(AnswerKind.Accepted)]
    [InlineData(AnswerKind.AwaitingCode)]
    [InlineData(AnswerKind.NotSent)]
    [InlineData(AnswerKind.Completed)]
    public void Nobody_continues_over_what_is_not_refused(AnswerKind answer)
    {
        Asked(Declined(), AnswerKind.NotSent);
        Continue();
        Asked(_story.WaitSeconds(1), AnswerKind.NotSent);
        Refused(_story.Begin(_story.PressNow()).Answered(answer));
    }

    [Fact]
    public void Nobody_continues_where_something_speaks_against_the_refusal()
    {
        Asked(Declined(), AnswerKind.Accepted);
        Asked(_story.WaitSeconds(1), AnswerKind.NotSent);
        Refused(_story);
    }

    [Fact]
    public void Only_full_rights_continue_and_only_while_nobody_asks()
    {
        Asked(Declined(), AnswerKind.NotSent);
        Refused(_story, Administrator);
        Refused(_story, TopUpStory.Receiver);
        _story.Claim();
        Refused(_story);
    }

    [Fact]
    public void It_lets_cash_through_once()
    {
        Declined();
        Assert.True(ForbidsCash());
        Continue();
        Assert.False(ForbidsCash());
        _story.TopUp.UseWaiver();
        Assert.True(ForbidsCash());
    }

    private TopUpStory Declined() => _story.Press().Answered(AnswerKind.Refused).WaitSeconds(1);

    /// <summary>A press whose every question is answered so; whether it goes on.</summary>
    private static bool Asked(TopUpStory story, AnswerKind answer)
    {
        var press = story.PressNow();
        while (story.AskAboutClosed(press) is { } check)
            check.Answered(answer);
        return story.Ask(press) is TopUpStep.Begin;
    }

    private bool ForbidsCash()
    {
        var ask = new TopUpIntent.AskClosed(_story.WaitSeconds(1).Now);
        _story.WriteAheadCheck(ask, 1).Answered(AnswerKind.NotSent);
        return _story.TopUp.ForbidsCash(ask.AskedAt);
    }

    private void Continue() => _story.TopUp.ContinueWithoutCheck("Нет связи с KVELL", Chief, _story.Now, TopUpStory.Moscow);

    private static void Refused(TopUpStory story, Actor? by = null) =>
        Assert.Throws<IllegalTransitionException>(() => story.TopUp.ContinueWithoutCheck("Нет связи с KVELL", by ?? Chief, story.Now, TopUpStory.Moscow));
}
