using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Xunit;

namespace Kvell.Tests.CardTopUps;

/// <summary>Rule 6: whose call it is, whose outcome counts. (The claim itself, clocks and conflicts: the processor's tests.)</summary>
public sealed class ProtocolLeaseRuleTests
{
    private readonly TopUpStory _story = new();

    [Theory]
    [InlineData(30, 30)]
    [InlineData(1, 30)]
    [InlineData(30, 0)]
    [InlineData(60, 5)]
    public void A_lease_is_longer_than_two_time_outs_and_its_margin(int timeoutSeconds, int marginSeconds)
    {
        var (timeout, margin) = (TimeSpan.FromSeconds(timeoutSeconds), TimeSpan.FromSeconds(marginSeconds));
        Assert.True(new ProtocolSettings(timeout, TopUpStory.Grace, margin).Lease > (2 * timeout) + margin);
    }

    [Fact]
    public void A_lease_is_free_when_nobody_has_it_or_it_ended()
    {
        Assert.True(IsFree());
        _story.Claim();
        var until = _story.TopUp.LeaseUntil!.Value;
        Assert.False(IsFree());
        _story.WaitUntil(until.AddTicks(-1));
        Assert.False(IsFree());
        _story.WaitUntil(until);
        Assert.True(IsFree());
        Assert.Equal(new TopUpStep.Claim(), _story.TopUp.Next(new TopUpIntent.Schedule(), "somebody", _story.Now));
    }

    [Fact]
    public void Only_the_holder_gives_a_lease_back()
    {
        var worker = _story.Claim();
        _story.TopUp.Release("somebody else");
        Assert.Equal(worker, _story.TopUp.LeaseOwner);
        _story.TopUp.Release(worker);
        Assert.Null(_story.TopUp.LeaseOwner);
    }

    [Fact]
    public void A_stale_outcome_leaves_the_present_holders_lease_alone()
    {
        var send = Reach.LostSend(_story);
        var holder = _story.Claim();
        send.Answered(AnswerKind.Unknown);
        Assert.Equal(holder, _story.TopUp.LeaseOwner);
    }

    [Fact]
    public void Every_verb_advances_the_version_so_that_commits_that_overlap_conflict()
    {
        var versions = new List<int> { _story.TopUp.Version };
        Note(() => _story.Press());
        Note(() => _story.Recover());
        Note(() => _story.Check());
        Note(() => _story.LeaseEnds().Check().Answered(AnswerKind.AwaitingCode));
        Note(() => _story.Confirm().Answered(AnswerKind.Refused));
        Note(() => _story.TopUp.Release("anybody"));
        Note(() => _story.TopUp.NotePressRefused("нет", "anybody"));
        Note(() => _story.Check().Answered(AnswerKind.Canceled));
        Note(() => _story.Press().Answered(AnswerKind.NotSent));
        Note(() => _story.GiveUp(new TopUpIntent.StopTrying()));
        Assert.Equal(versions.Order(), versions);
        Assert.Equal(versions.Count, versions.Distinct().Count());

        void Note(Action verb)
        {
            verb();
            versions.Add(_story.TopUp.Version);
        }
    }

    [Fact]
    public void A_stale_sends_outcome_never_ends_a_later_send()
    {
        var first = Reach.LostSend(_story);
        var second = Reach.NotFoundThenSent(_story);
        foreach (var kind in Enum.GetValues<AnswerKind>().Except([AnswerKind.Completed]))
            first.Answered(kind);
        Assert.Equal((TopUpState.Sending, (DateTime?)null), (_story.TopUp.State, second.Asked.LastSendEndedAt));
        Assert.Equal(2, second.Asked.SendsThatMayHaveLeft);
        Assert.Equal(second.Worker, _story.TopUp.LeaseOwner);
    }

    [Fact]
    public void An_outcome_recorded_twice_is_recorded_once()
    {
        var send = _story.Press();
        send.Answered(AnswerKind.NotSent);
        var (due, count) = (_story.TopUp.NextActionAt, _story.Last.PostponeCount);
        _story.WaitSeconds(3);
        send.Answered(AnswerKind.NotSent);
        Assert.Equal((due, count, 0), (_story.TopUp.NextActionAt, _story.Last.PostponeCount, _story.Last.SendsThatMayHaveLeft));
    }

    [Fact]
    public void A_closed_numbers_outcome_never_moves_the_state()
    {
        var send = Reach.LostSend(_story);
        _story.Check().Answered(AnswerKind.Canceled);
        _story.Press().Answered(AnswerKind.Accepted);
        foreach (var kind in Enum.GetValues<AnswerKind>().Except([AnswerKind.Completed]))
            send.Answered(kind);
        Assert.Equal((TopUpState.Processing, true), (_story.TopUp.State, _story.Last.IsOpen));
    }

    [Fact]
    public void Sending_with_an_expired_lease_becomes_unknown_and_is_asked_about_at_once()
    {
        _story.Press();
        Assert.Equal(new TopUpStep.Recover(), _story.LeaseEnds().Ask(new TopUpIntent.Schedule()));
        _story.TopUp.Recover(_story.Claim(), _story.Now);
        Assert.Equal((TopUpState.Unknown, _story.Now, (string?)null), (_story.TopUp.State, _story.TopUp.NextActionAt, _story.TopUp.LeaseOwner));
        Assert.Equal(new TopUpStep.Check(1), _story.Ask(new TopUpIntent.Schedule()));
    }

    [Fact]
    public void A_call_in_flight_is_recovered_by_nobody_while_its_lease_runs()
    {
        _story.Press();
        Assert.Throws<IllegalTransitionException>(() => _story.TopUp.Recover("somebody else", _story.Now));
        Assert.Equal(TopUpState.Sending, _story.TopUp.State);
    }

    [Fact]
    public void A_postponed_number_that_a_reply_accepts_after_all_is_asked_about_and_never_sent()
    {
        var send = _story.Press();
        send.Answered(AnswerKind.NotSent);
        send.Answered(AnswerKind.Accepted);
        Assert.True(_story.TopUp.State.IsUndecided());
        Assert.True(_story.TopUp.Attention.HasFlag(Attention.Contradiction));
        Assert.Equal(new TopUpStep.Check(1), _story.WaitUntilDue().Ask(new TopUpIntent.Schedule()));
    }

    private bool IsFree() => CardTopUp.LeaseIsFree(_story.Now).Compile()(_story.TopUp);
}
