using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Xunit;
using static Kvell.Tests.CardTopUps.Decisions;

namespace Kvell.Tests.CardTopUps;

/// <summary>Rule 13: what nobody answers for a quarter of an hour is flagged, for an hour is decided by two persons.</summary>
public sealed class ProtocolDecisionRuleTests
{
    private readonly TopUpStory _story = new();

    [Fact]
    public void Undecided_for_15_minutes_needs_attention()
    {
        var since = _story.Now;
        _story.Press().Answered(AnswerKind.Accepted);
        Assert.False(_story.TopUp.NeedsAttention(since.AddMinutes(15).AddTicks(-1)));
        Assert.True(_story.TopUp.NeedsAttention(since.AddMinutes(15)));
        _story.WaitSeconds(20).Check().Answered(AnswerKind.Unlisted);
        Assert.Equal(since, _story.TopUp.UndecidedSince);
        _story.Check().Answered(AnswerKind.Canceled);
        Assert.Null(_story.TopUp.UndecidedSince);
    }

    [Fact]
    public void Fifteen_minutes_run_from_the_first_send_and_resends_do_not_start_them_anew()
    {
        var since = _story.Now;
        Reach.Resend(_story).Answered(AnswerKind.Unknown);
        Assert.Equal(since, _story.TopUp.UndecidedSince);
    }

    [Theory]
    [InlineData(true, TopUpState.Completed)]
    [InlineData(false, TopUpState.Declined)]
    public void Two_persons_decide_what_is_undecided_for_an_hour(bool paid, TopUpState expected)
    {
        _story.Proposed(paid ? DecisionKind.Paid : DecisionKind.NotPaid);
        Assert.Equal(TopUpState.Unknown, _story.TopUp.State);
        _story.TopUp.ConfirmDecision(Deputy, _story.Now);
        TopUpInvariants.Hold(_story.TopUp);
        Assert.Equal((expected, paid, paid ? null : ClosedBy.DecidedByHand), (_story.TopUp.State, _story.Last.IsPaid, _story.Last.ClosedBy));
        Assert.Null(_story.Last.SealedBody);
    }

    [Fact]
    public void A_decided_number_is_never_sent_or_confirmed_again()
    {
        _story.Proposed(DecisionKind.NotPaid);
        _story.TopUp.ConfirmDecision(Administrator, _story.Now);
        var steps = new TopUpIntent[] { new TopUpIntent.Schedule(), new TopUpIntent.Confirm(), new TopUpIntent.CheckNow(), _story.PressNow() }.Select(_story.WaitUntilDue().Ask);
        Assert.DoesNotContain(steps, step => step is TopUpStep.Send or TopUpStep.Confirm);
    }

    [Fact]
    public void Nobody_proposes_before_an_hour_has_passed()
    {
        _story.Press().Answered(AnswerKind.Accepted).Wait(TimeSpan.FromHours(1) - TimeSpan.FromTicks(1));
        Refused(() => _story.TopUp.Propose(DecisionKind.Paid, _story.Now, Chief, _story.Now));
        _story.Wait(TimeSpan.FromTicks(1));
        _story.TopUp.Propose(DecisionKind.Paid, _story.Now, Chief, _story.Now);
        Assert.Equal((DecisionKind.Paid, Chief.UserId), (_story.TopUp.Proposed, _story.TopUp.ProposedBy));
    }

    [Fact]
    public void Nobody_proposes_while_somebody_works_on_it()
    {
        Reach.LostSend(_story).Story.Wait(TimeSpan.FromHours(1));
        var worker = _story.Claim();
        Refused(() => _story.TopUp.Propose(DecisionKind.Paid, _story.Now, Chief, _story.Now));
        _story.TopUp.Release(worker);
        _story.TopUp.Propose(DecisionKind.Paid, _story.Now, Chief, _story.Now);
        _story.Claim();
        Refused(() => _story.TopUp.ConfirmDecision(Deputy, _story.Now));
    }

    [Fact]
    public void KVELLs_answer_must_be_given_a_grace_after_the_last_send()
    {
        Reach.LostSend(_story).Story.Wait(TimeSpan.FromHours(1));
        Reach.NotFoundThenSent(_story).Answered(AnswerKind.Unknown);
        var graceEnd = _story.Last.LastSendEnd + TopUpStory.Grace;
        _story.Wait(TimeSpan.FromMinutes(10));
        Refused(() => _story.TopUp.Propose(DecisionKind.NotPaid, graceEnd.AddTicks(-1), Chief, _story.Now));
        Refused(() => _story.TopUp.Propose(DecisionKind.NotPaid, _story.Now.AddTicks(1), Chief, _story.Now));
        _story.TopUp.Propose(DecisionKind.NotPaid, graceEnd, Chief, _story.Now);
        Assert.Equal(DecisionKind.NotPaid, _story.TopUp.Proposed);
    }

    /// <summary>«Не оплачено, ждём код», the code goes out, its reply is lost: the old answer would decline what the code has paid.</summary>
    [Fact]
    public void An_answer_from_before_the_last_confirm_decides_nothing()
    {
        _story.Press().Answered(AnswerKind.AwaitingCode).Wait(TimeSpan.FromHours(2));
        var before = _story.Now.AddMinutes(-30);
        _story.Confirm();
        _story.LeaseEnds().Recover();
        var confirmed = _story.Last.LastConfirmEnd!.Value;
        _story.Wait(TimeSpan.FromMinutes(30));
        Refused(() => _story.TopUp.Propose(DecisionKind.NotPaid, before, Chief, _story.Now));
        Refused(() => _story.TopUp.Propose(DecisionKind.NotPaid, (confirmed + TopUpStory.Grace).AddTicks(-1), Chief, _story.Now));
        _story.TopUp.Propose(DecisionKind.NotPaid, confirmed + TopUpStory.Grace, Chief, _story.Now);
        Assert.Equal(DecisionKind.NotPaid, _story.TopUp.Proposed);
    }

    [Fact]
    public void Only_full_rights_propose_and_only_another_person_with_full_rights_or_an_administrator_decides()
    {
        _story.Press().Answered(AnswerKind.Accepted).Wait(TimeSpan.FromHours(2));
        Refused(() => _story.TopUp.Propose(DecisionKind.Paid, _story.Now, TopUpStory.Receiver, _story.Now));
        Refused(() => _story.TopUp.Propose(DecisionKind.Paid, _story.Now, Administrator, _story.Now));
        Refused(() => _story.TopUp.ConfirmDecision(Deputy, _story.Now));
        _story.TopUp.Propose(DecisionKind.Paid, _story.Now, Chief, _story.Now);
        Refused(() => _story.TopUp.ConfirmDecision(Chief, _story.Now));
        Refused(() => _story.TopUp.RejectDecision(Chief, _story.Now));
        Refused(() => _story.TopUp.ConfirmDecision(TopUpStory.Receiver, _story.Now));
        _story.TopUp.RejectDecision(Deputy, _story.Now);
        Assert.Null(_story.TopUp.Proposed);
        Assert.Equal(TopUpState.Processing, _story.TopUp.State);
        Refused(() => _story.TopUp.ConfirmDecision(Deputy, _story.Now));
    }

    [Fact]
    public void A_send_written_ahead_voids_the_proposal()
    {
        _story.Proposed(DecisionKind.NotPaid);
        Reach.NotFoundThenSent(_story).Answered(AnswerKind.Unknown);
        Assert.Null(_story.TopUp.Proposed);
        Refused(() => _story.TopUp.ConfirmDecision(Deputy, _story.Now));
    }

    [Fact]
    public void A_confirm_written_ahead_voids_the_proposal()
    {
        Reach.AwaitingCode(_story).Wait(TimeSpan.FromHours(2));
        _story.TopUp.Propose(DecisionKind.NotPaid, _story.Now, Chief, _story.Now);
        _story.Confirm().Answered(AnswerKind.Refused);
        Assert.Null(_story.TopUp.Proposed);
        Refused(() => _story.TopUp.ConfirmDecision(Deputy, _story.Now));
    }

    [Theory]
    [InlineData(AnswerKind.NotSent)]
    [InlineData(AnswerKind.Refused)]
    [InlineData(AnswerKind.Completed)]
    public void Nobody_decides_what_is_not_undecided(AnswerKind answer)
    {
        _story.Press().Answered(answer).Wait(TimeSpan.FromHours(2));
        Refused(() => _story.TopUp.Propose(DecisionKind.Paid, _story.Now, Chief, _story.Now));
    }

    [Fact]
    public void What_KVELL_decides_meanwhile_leaves_nothing_to_confirm()
    {
        _story.Proposed(DecisionKind.NotPaid);
        _story.Check().Answered(AnswerKind.Completed);
        Assert.Null(_story.TopUp.Proposed);
        Refused(() => _story.TopUp.ConfirmDecision(Deputy, _story.Now));
        Assert.Equal(TopUpState.Completed, _story.TopUp.State);
    }

    [Fact]
    public void One_proposal_stands_at_a_time_and_after_it_falls_another_may_come()
    {
        _story.Proposed(DecisionKind.NotPaid);
        Refused(() => _story.TopUp.Propose(DecisionKind.Paid, _story.Now, Deputy, _story.Now));
        _story.TopUp.RejectDecision(Deputy, _story.Now);
        _story.TopUp.Propose(DecisionKind.Paid, _story.Now, Deputy, _story.Now);
        Assert.Equal((DecisionKind.Paid, Deputy.UserId), (_story.TopUp.Proposed, _story.TopUp.ProposedBy));
    }

    private static void Refused(Action verb) => Assert.Throws<IllegalTransitionException>(verb);
}
