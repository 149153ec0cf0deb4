using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Infrastructure.CardTopUps;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Kvell.Tests.CardTopUps.Decisions;

namespace Kvell.Tests.CardTopUps;

/// <summary>Rule 13 on a database: a decision, its row in the journal and what follows are one commit.</summary>
public sealed class DecisionTests : IDisposable
{
    private readonly PayoutHouse _house = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _house.Dispose();

    [Theory]
    [InlineData(DecisionKind.Paid, TopUpState.Completed)]
    [InlineData(DecisionKind.NotPaid, TopUpState.Declined)]
    public async Task Two_persons_decide_and_the_journal_tells_it(DecisionKind decision, TopUpState expected)
    {
        var loan = await _house.SilentLoanAsync();
        await loan.ChooseCardAsync();
        Assert.Empty(await loan.ProposeAsync(decision));
        Assert.Equal(TopUpState.Unknown, await loan.StateAsync());
        Assert.Null(await loan.ConfirmAsync(Administrator));
        Assert.Equal(expected, await loan.StateAsync());
        Assert.Equal(decision == DecisionKind.Paid, (await loan.ReadCardAsync()).SealedNumber is null);
        Assert.Equal(
            [(DecisionEvent.Proposed, decision, Chief.Name), (DecisionEvent.Confirmed, decision, Administrator.Name)],
            (await loan.JournalAsync()).Select(entry => (entry.Event, entry.Decision!.Value, entry.ByName)));
    }

    [Fact]
    public async Task What_is_too_early_or_wrong_is_a_sentence_and_changes_nothing()
    {
        _house.Gateway.WillDo(Reaction.Lose);
        var loan = await _house.PostAsync();
        await loan.PressAsync();
        var early = Assert.Single(await loan.ProposeAsync(DecisionKind.Paid));
        Assert.Contains("Решение можно предложить с 02.03.2026 13:00:00", early.Sentence, StringComparison.Ordinal);
        _house.Clock.Advance(CardTopUp.ProposalAfter);
        var wrong = await _house.Desk.Get<ProposeDecision>().ExecuteAsync(Chief, loan.TopUpId, _house.Form(null), Stop);
        Assert.Equal(DecisionForm.ChoiceField, Assert.Single(wrong).Field);
        Assert.Empty(await loan.JournalAsync());
    }

    [Fact]
    public async Task Only_another_person_decides_what_he_saw()
    {
        var loan = await _house.SilentLoanAsync();
        Assert.Empty(await loan.ProposeAsync(DecisionKind.NotPaid));
        Assert.Contains("другой человек", (await loan.ConfirmAsync(Chief))!.Sentence, StringComparison.Ordinal);
        var seen = (await loan.ReadAsync()).ProposalId!.Value;
        Assert.Null(await _house.Desk.Get<RejectDecision>().ExecuteAsync(Deputy, loan.TopUpId, seen, Stop));
        Assert.Empty(await loan.ProposeAsync(DecisionKind.Paid));
        var stale = await _house.Desk.Get<ConfirmDecision>().ExecuteAsync(Deputy, loan.TopUpId, seen, Stop);
        Assert.Contains("предложения уже нет", stale!.Sentence, StringComparison.Ordinal);
        Assert.Equal(TopUpState.Unknown, await loan.StateAsync());
    }

    [Fact]
    public async Task A_proposal_that_meets_a_check_decides_again_and_waits_for_it()
    {
        var loan = await _house.SilentLoanAsync();
        var meddler = new BeforeCommit(async () => Assert.True(await _house.Desk.Get<TopUpClaims>().TryClaimAsync(loan.TopUpId, "another", onlyIfDue: false)));
        var refusal = Assert.Single(await loan.ProposeAsync(DecisionKind.Paid, process: _house.StartProcess(null, meddler)));
        Assert.Equal((true, DecisionSpeech.Busy), (meddler.HasHappened, refusal.Sentence));
        Assert.Empty(await loan.JournalAsync());
    }

    [Fact]
    public async Task Two_who_confirm_and_reject_at_once_do_one_thing_and_tell_one_thing()
    {
        var loan = await _house.SilentLoanAsync();
        Assert.Empty(await loan.ProposeAsync(DecisionKind.NotPaid));
        var seen = (await loan.ReadAsync()).ProposalId!.Value;
        var meddler = new BeforeCommit(async () => Assert.Null(await _house.Desk.Get<RejectDecision>().ExecuteAsync(Deputy, loan.TopUpId, seen, Stop)));
        var second = await _house.StartProcess(null, meddler).Get<ConfirmDecision>().ExecuteAsync(Administrator, loan.TopUpId, seen, Stop);
        Assert.NotNull(second);
        Assert.Equal([DecisionEvent.Proposed, DecisionEvent.Rejected], (await loan.JournalAsync()).Select(entry => entry.Event));
        Assert.Equal(TopUpState.Unknown, await loan.StateAsync());
    }

    [Fact]
    public async Task A_resend_written_ahead_voids_the_proposal_in_its_own_commit()
    {
        var loan = await _house.SilentLoanAsync();
        Assert.Empty(await loan.ProposeAsync(DecisionKind.NotPaid));
        _house.Gateway.WillDoNow(Reaction.Lose);
        for (var minute = 0; minute < 30 && (await loan.ReadAsync()).Attempts[0].SendCount == 1; minute++)
        {
            _house.Clock.Advance(TimeSpan.FromMinutes(1));
            await _house.Desk.Get<TopUpSweep>().RunAsync();
        }

        Assert.Equal([DecisionEvent.Proposed, DecisionEvent.Voided], (await loan.JournalAsync()).Select(entry => entry.Event));
        Assert.NotNull(await loan.ConfirmAsync(Deputy));
    }

    [Fact]
    public async Task A_decision_taken_back_is_asked_about_at_once_and_sends_nothing()
    {
        var loan = await _house.SilentLoanAsync();
        Assert.Empty(await loan.ProposeAsync(DecisionKind.Paid));
        Assert.Null(await loan.ConfirmAsync(Deputy));
        Assert.Empty(await loan.ProposeAsync(DecisionKind.TakeBack));
        _house.Planned.Clear();
        Assert.Null(await loan.ConfirmAsync(Deputy));
        Assert.Contains((loan.TopUpId, _house.Clock.Now), _house.Planned);
        var sent = _house.Gateway.Bodies.Count;
        for (var minute = 0; minute < 20; minute++)
        {
            await _house.Desk.Get<TopUpSweep>().RunAsync();
            _house.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal((TopUpState.Unknown, sent), (await loan.StateAsync(), _house.Gateway.Bodies.Count));
        Assert.True(_house.Gateway.Checks > 3);
    }

    [Fact]
    public async Task The_answers_file_is_kept_beside_the_journal_and_given_back_byte_for_byte()
    {
        var loan = await _house.SilentLoanAsync();
        byte[] bytes = [37, 80, 68, 70, 0, 255];
        Assert.Empty(await loan.ProposeAsync(DecisionKind.Paid, new DecisionFile("kvell-4471.pdf", "application/pdf", bytes)));
        var entry = Assert.Single(await loan.JournalAsync());
        Assert.Equal(("kvell-4471.pdf", 6, null), (entry.FileName, entry.FileSize, entry.File));
        var download = _house.Desk.Get<DownloadDecisionFile>();
        Assert.Equal(bytes, (await download.ExecuteAsync(Administrator, loan.TopUpId, entry.Id, Stop))!.Bytes);
        Assert.Null(await download.ExecuteAsync(Administrator, loan.TopUpId, Guid.NewGuid(), Stop));
        var other = await _house.PostAsync();
        Assert.Null(await download.ExecuteAsync(Administrator, other.TopUpId, entry.Id, Stop));
        var stranger = new Actor(Guid.NewGuid(), "Чужой", [UserRole.Receiver], Guid.NewGuid());
        await Assert.ThrowsAsync<AccessDeniedException>(() => download.ExecuteAsync(stranger, loan.TopUpId, entry.Id, Stop));
    }

    [Fact]
    public async Task Nothing_edits_or_deletes_the_journal()
    {
        var loan = await _house.SilentLoanAsync();
        Assert.Empty(await loan.ProposeAsync(DecisionKind.Paid, new DecisionFile("a.pdf", "application/pdf", [1])));
        foreach (var state in new[] { EntityState.Modified, EntityState.Deleted })
        {
            await using var db = _house.Desk.Open();
            var entry = await db.Set<TopUpDecisionEntry>().SingleAsync(Stop);
            db.Entry(entry).State = state;
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Stop));
            Assert.Throws<InvalidOperationException>(() => db.SaveChanges());
            db.Entry(entry).State = EntityState.Detached;
            db.Entry(await db.Set<TopUpDecisionFile>().SingleAsync(Stop)).State = state;
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Stop));
        }

        await using var after = _house.Desk.Open();
        Assert.Equal("Письмо KVELL", (await after.Set<TopUpDecisionEntry>().SingleAsync(Stop)).Reason);
    }

    [Fact]
    public async Task A_property_of_the_journal_that_is_changed_stops_the_whole_commit()
    {
        var loan = await _house.SilentLoanAsync();
        Assert.Empty(await loan.ProposeAsync(DecisionKind.Paid));
        await using var db = _house.Desk.Open();
        var entry = await db.Set<TopUpDecisionEntry>().SingleAsync(Stop);
        typeof(TopUpDecisionEntry).GetProperty(nameof(entry.Reason))!.SetValue(entry, "иначе");
        (await db.Set<CardTopUp>().Include(row => row.Attempts).SingleAsync(row => row.Id == loan.TopUpId, Stop)).RejectDecision(Deputy, _house.Clock.Now);
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Stop));
        Assert.Equal(DecisionKind.Paid, (await loan.ReadAsync()).Proposed);
    }
}
