using Kvell.Domain.CardTopUps;
using Xunit;
using static Kvell.Tests.CardTopUps.Decisions;

namespace Kvell.Tests.CardTopUps;

/// <summary>What persons do about a payout, and what undoes it, is told by the top-up itself: by whom, when, on what ground.</summary>
public sealed class DecisionJournalRuleTests
{
    private static readonly (DecisionEvent, DecisionKind?, string) ByChief = (DecisionEvent.Proposed, DecisionKind.NotPaid, Chief.Name);

    private static readonly (DecisionEvent, DecisionKind?, string) ByNobody = (DecisionEvent.Voided, DecisionKind.NotPaid, "");

    private readonly TopUpStory _story = new();

    [Fact]
    public void A_proposal_is_told_with_KVELLs_answer_and_its_file()
    {
        var file = new DecisionFile("kvell-4471.pdf", "application/pdf", [1, 2, 3]);
        _story.Press().Answered(AnswerKind.Unknown).Wait(CardTopUp.ProposalAfter);
        var proposal = new DecisionProposal(DecisionKind.NotPaid, _story.Now.AddMinutes(-5), "4471", "Заказ не поступал", file);
        _story.TopUp.ProposeDecision(proposal, Chief, _story.Now, TopUpStory.Settings);
        var entry = Assert.Single(_story.TopUp.Decisions);
        Assert.Equal((DecisionEvent.Proposed, DecisionKind.NotPaid, Chief.UserId, Chief.Name), (entry.Event, entry.Decision, entry.ById, entry.ByName));
        Assert.Equal((_story.Now, _story.Now.AddMinutes(-5), "4471", "Заказ не поступал"), (entry.At, entry.AnsweredAt, entry.AnswerNumber, entry.Reason));
        Assert.Equal(("kvell-4471.pdf", "application/pdf", 3, entry.Id), (entry.FileName, entry.FileType, entry.FileSize, entry.File!.EntryId));
        Assert.Equal((_story.TopUp.Id, 1, entry.Id), (entry.TopUpId, entry.AttemptNumber, _story.TopUp.ProposalId));
    }

    [Fact]
    public void A_confirmation_and_a_rejection_are_told_by_whom()
    {
        _story.Proposed(DecisionKind.NotPaid).TopUp.RejectDecision(Administrator, _story.Now);
        _story.TopUp.Propose(DecisionKind.Paid, _story.Now, Deputy, _story.Now);
        _story.TopUp.ConfirmDecision(Chief, _story.Now);
        Assert.Equal(
            [
                ByChief, (DecisionEvent.Rejected, DecisionKind.NotPaid, Administrator.Name),
                (DecisionEvent.Proposed, DecisionKind.Paid, Deputy.Name), (DecisionEvent.Confirmed, DecisionKind.Paid, Chief.Name),
            ],
            _story.TopUp.Told());
        Assert.Equal([1, 2, 3, 4], _story.TopUp.Decisions.Select(entry => entry.Ordinal));
    }

    [Fact]
    public void A_send_that_voids_a_proposal_is_told()
    {
        Reach.NotFoundThenSent(_story.Proposed(DecisionKind.NotPaid));
        Assert.Equal([ByChief, ByNobody], _story.TopUp.Told());
    }

    [Fact]
    public void A_code_that_voids_a_proposal_is_told()
    {
        Reach.AwaitingCode(_story).Wait(CardTopUp.ProposalAfter).TopUp.Propose(DecisionKind.NotPaid, _story.Now, Chief, _story.Now);
        _story.Confirm();
        Assert.Equal([ByChief, ByNobody], _story.TopUp.Told());
    }

    [Theory]
    [InlineData(AnswerKind.Completed)]
    [InlineData(AnswerKind.Canceled)]
    public void An_answer_of_KVELLs_that_voids_a_proposal_is_told(AnswerKind answer)
    {
        _story.Proposed(DecisionKind.NotPaid).Check().Answered(answer);
        Assert.Equal([ByChief, ByNobody], _story.TopUp.Told());
        Assert.Null(_story.TopUp.Proposed);
    }

    [Fact]
    public void A_send_that_turns_out_never_to_have_begun_voids_a_proposal_and_is_told()
    {
        var send = Reach.LostSend(_story);
        _story.Wait(CardTopUp.ProposalAfter).TopUp.Propose(DecisionKind.NotPaid, _story.Now, Chief, _story.Now);
        send.Answered(AnswerKind.NotSent);
        Assert.Equal([ByChief, ByNobody], _story.TopUp.Told());
    }

    [Fact]
    public void What_answers_nothing_leaves_a_proposal_alone()
    {
        _story.Proposed(DecisionKind.NotPaid).Check().Answered(AnswerKind.Unknown);
        Assert.Equal([ByChief], _story.TopUp.Told());
        Assert.Equal(DecisionKind.NotPaid, _story.TopUp.Proposed);
    }
}
