using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Xunit;

namespace Kvell.Tests.CardTopUps;

/// <summary>Rule 5: what counts, and that paid is paid. (Which replies say so: <see cref="ProtocolMeaningTests"/>.)</summary>
public sealed class ProtocolAnswerRuleTests
{
    private readonly TopUpStory _story = new();

    public static TheoryData<string> WaysToAnyState() => ["Sending", "AwaitingCode", "Confirming", "Processing", "Unknown", "Postponed", "Declined"];

    [Theory]
    [MemberData(nameof(WaysToAnyState))]
    public void Completed_for_our_number_counts_from_every_state(string state)
    {
        var send = _story.Press();
        switch (state)
        {
            case "AwaitingCode":
                send.Answered(AnswerKind.AwaitingCode);
                break;
            case "Confirming":
                send.Answered(AnswerKind.AwaitingCode).Confirm();
                break;
            case "Processing":
                send.Answered(AnswerKind.Accepted);
                break;
            case "Unknown":
                send.Answered(AnswerKind.Unknown);
                break;
            case "Postponed":
                send.Answered(AnswerKind.NotSent);
                break;
            case "Declined":
                send.Answered(AnswerKind.Refused);
                break;
        }

        send.Completed("778", new Money(3200));
        Assert.Equal(TopUpState.Completed, _story.TopUp.State);
        Assert.Equal(("778", new Money(3200)), (_story.TopUp.KvellId, _story.TopUp.Commission));
        Assert.Equal((_story.Now, (DateTime?)null), (_story.TopUp.CompletedAt, _story.Last.NextActionAt));
        Assert.Null(_story.Last.SealedBody);
    }

    [Fact]
    public void Completed_absorbs_everything_later()
    {
        var send = _story.Press();
        var paidAt = send.Completed("778", new Money(3200)).Now;
        _story.WaitSeconds(5);
        foreach (var kind in Enum.GetValues<AnswerKind>())
        {
            send.Answered(new AnswerMeaning(kind, "позже", "999", new Money(1)));
            (send with { Kind = CallKind.Check }).Answered(new AnswerMeaning(kind, "позже", "999", new Money(1)));
            (send with { Kind = CallKind.Confirm }).Answered(new AnswerMeaning(kind, "позже", "999", new Money(1)));
        }

        Assert.Equal((TopUpState.Completed, "778", new Money(3200)), (_story.TopUp.State, _story.TopUp.KvellId, _story.TopUp.Commission));
        Assert.Equal((paidAt, true, (ClosedBy?)null), (_story.TopUp.CompletedAt, _story.Last.IsPaid, _story.Last.ClosedBy));
        Assert.True(_story.TopUp.Attention.HasFlag(Attention.Contradiction));
        Assert.All(
            new TopUpIntent[] { _story.PressNow(), new TopUpIntent.CheckNow(), new TopUpIntent.Confirm(), new TopUpIntent.Schedule(), new TopUpIntent.StopTrying() },
            intent => Assert.IsType<TopUpStep.Nothing>(_story.Ask(intent)));
    }

    [Fact]
    public void A_closed_number_that_turns_out_paid_stops_the_next_one_and_is_flagged()
    {
        var first = _story.Press();
        first.Answered(AnswerKind.Refused);
        _story.Press().Answered(AnswerKind.NotSent);
        first.Completed("778", Money.Zero);
        Assert.Equal(TopUpState.Completed, _story.TopUp.State);
        Assert.True(_story.TopUp.Attention.HasFlag(Attention.Contradiction));
        Assert.Null(_story.Last.SealedBody);
        Assert.IsType<TopUpStep.Check>(_story.WaitUntilDue().Ask(new TopUpIntent.Schedule()));
    }

    [Fact]
    public void Two_paid_numbers_of_one_loan_are_flagged_and_the_first_stays_the_documents()
    {
        var first = _story.Press();
        first.Answered(AnswerKind.Refused);
        _story.Press().Completed("second", new Money(1));
        first.Completed("first", new Money(2));
        Assert.Equal(("second", new Money(1)), (_story.TopUp.KvellId, _story.TopUp.Commission));
        Assert.True(_story.TopUp.Attention.HasFlag(Attention.PaidTwice));
    }

    [Fact]
    public void A_number_paid_on_another_day_is_flagged()
    {
        _story.Press().Answered(AnswerKind.Accepted).DayEnds().Check().Answered(AnswerKind.Completed);
        Assert.Equal(Attention.PaidOnAnotherDay, _story.TopUp.Attention);
    }

    [Fact]
    public void A_wrong_echo_and_an_unlisted_status_are_unknown_and_flagged()
    {
        _story.Press().Answered(AnswerKind.Accepted).Check().Answered(AnswerKind.WrongEcho);
        Assert.Equal((TopUpState.Unknown, Attention.WrongEcho), (_story.TopUp.State, _story.TopUp.Attention));
        _story.Check().Answered(AnswerKind.Accepted).Check().Answered(AnswerKind.Unlisted);
        Assert.Equal((TopUpState.Unknown, Attention.WrongEcho | Attention.UnlistedStatus), (_story.TopUp.State, _story.TopUp.Attention));
        Assert.True(_story.TopUp.NeedsAttention(_story.Now));
    }

    [Theory]
    [InlineData(AnswerKind.NotSent)]
    [InlineData(AnswerKind.Unknown)]
    [InlineData(AnswerKind.Refused)]
    [InlineData(AnswerKind.NotFound)]
    public void An_error_or_silence_to_a_status_call_moves_the_next_action_and_nothing_else(AnswerKind answer)
    {
        _story.Press().Answered(AnswerKind.Unknown).WaitSeconds(3);
        var (before, dueBefore) = (Facts(), _story.TopUp.NextActionAt);
        _story.Check().Answered(answer);
        Assert.Equal(before, Facts());
        Assert.True(_story.TopUp.NextActionAt > dueBefore);
    }

    [Fact]
    public void Bytes_are_erased_in_the_commit_in_which_the_number_is_accepted_or_decided()
    {
        foreach (var kind in Enum.GetValues<AnswerKind>())
        {
            var story = new TopUpStory();
            story.Press().Answered(kind);
            var isKept = kind is AnswerKind.NotSent or AnswerKind.Unknown or AnswerKind.WrongEcho or AnswerKind.Unlisted or AnswerKind.NotFound;
            Assert.Equal(isKept, story.Last.SealedBody is not null);
        }
    }

    private (TopUpState, Attention, int, bool, string?, byte[]?, int) Facts() => (
        _story.TopUp.State, _story.TopUp.Attention, _story.Last.SendCount, _story.Last.WasAccepted, _story.TopUp.Message,
        _story.Last.SealedBody, _story.Last.NotFoundAfterSend);
}
