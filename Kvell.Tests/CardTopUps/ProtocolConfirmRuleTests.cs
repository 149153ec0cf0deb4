using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Xunit;

namespace Kvell.Tests.CardTopUps;

/// <summary>Rule 12: the client's code.</summary>
public sealed class ProtocolConfirmRuleTests
{
    private readonly TopUpStory _story = new();

    [Fact]
    public void A_confirm_is_written_ahead_and_without_the_code()
    {
        Reach.AwaitingCode(_story).Confirm();
        Assert.Equal((true, 1, _story.TopUp.LeaseUntil), (_story.Last.IsConfirmOpen, _story.Last.ConfirmCount, _story.TopUp.NextActionAt));
        Assert.DoesNotContain(
            typeof(CardTopUp).GetMethods().SelectMany(method => method.GetParameters()), parameter => parameter.Name!.Contains("code", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(
            typeof(TopUpAttempt).GetProperties(), property => property.Name.Contains("Code", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_what_awaits_a_code_is_confirmed()
    {
        foreach (var answer in Enum.GetValues<AnswerKind>())
        {
            var story = new TopUpStory();
            story.Press().Answered(answer);
            Assert.Equal(answer == AnswerKind.AwaitingCode, story.Ask(new TopUpIntent.Confirm()) is TopUpStep.Confirm);
        }
    }

    [Theory]
    [InlineData(AnswerKind.Refused)]
    [InlineData(AnswerKind.AwaitingCode)]
    public void A_wrong_code_stays_awaiting_with_the_message_at_its_field(AnswerKind answer)
    {
        Reach.AwaitingCode(_story).Confirm().Answered(answer);
        Assert.Equal((TopUpState.AwaitingCode, false), (_story.TopUp.State, _story.Last.IsConfirmOpen));
        Assert.Contains("Код не подошёл", _story.TopUp.Message, StringComparison.Ordinal);
        Assert.Equal(2, _story.Confirm().Ordinal);
    }

    [Fact]
    public void A_right_code_after_a_wrong_one_leaves_no_message()
    {
        Reach.AwaitingCode(_story).Confirm().Answered(AnswerKind.Refused).Confirm().Answered(AnswerKind.Accepted);
        Assert.Equal((TopUpState.Processing, (string?)null), (_story.TopUp.State, _story.TopUp.Message));
    }

    [Fact]
    public void A_code_of_which_no_byte_left_may_be_sent_again()
    {
        Reach.AwaitingCode(_story).Confirm().Answered(AnswerKind.NotSent);
        Assert.Equal(TopUpState.AwaitingCode, _story.TopUp.State);
        Assert.Contains("код не отправлен", _story.TopUp.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lost_confirmation_becomes_unknown()
    {
        Reach.AwaitingCode(_story).Confirm().Answered(AnswerKind.Unknown);
        Assert.Equal(TopUpState.Unknown, _story.TopUp.State);
        Assert.Equal(new TopUpStep.Check(1), _story.WaitUntilDue().Ask(new TopUpIntent.Schedule()));
        Assert.IsNotType<TopUpStep.Confirm>(_story.Ask(new TopUpIntent.Confirm()));
    }

    [Fact]
    public void A_crash_in_a_confirm_becomes_unknown_and_is_asked_about_at_once()
    {
        Reach.AwaitingCode(_story).Confirm();
        _story.Recover();
        Assert.Equal((TopUpState.Unknown, false, _story.Now), (_story.TopUp.State, _story.Last.IsConfirmOpen, _story.TopUp.NextActionAt));
        Assert.Equal(new TopUpStep.Check(1), _story.Ask(new TopUpIntent.Schedule()));
        Assert.Equal(TopUpState.AwaitingCode, _story.Check().Answered(AnswerKind.AwaitingCode).TopUp.State);
    }

    [Fact]
    public void A_confirms_late_outcome_never_ends_a_later_confirm()
    {
        var first = Reach.AwaitingCode(_story).Confirm();
        _story.Recover().Check().Answered(AnswerKind.AwaitingCode).Confirm();
        foreach (var kind in Enum.GetValues<AnswerKind>().Except([AnswerKind.Completed]))
            first.Answered(kind);
        Assert.Equal((TopUpState.AwaitingCode, true, 2), (_story.TopUp.State, _story.Last.IsConfirmOpen, _story.Last.ConfirmCount));
    }

    [Fact]
    public void A_number_that_awaited_a_code_is_never_sent_again()
    {
        Reach.AwaitingCode(_story).Confirm().Answered(AnswerKind.Unknown).GraceEnds().Check().Answered(AnswerKind.NotFound);
        Assert.Throws<IllegalTransitionException>(() => _story.SendAgain());
        Assert.Null(_story.Last.SealedBody);
    }
}
