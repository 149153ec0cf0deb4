using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.CardTopUps;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kvell.Tests.CardTopUps;

/// <summary>Rules 6 and 7 on a real database: workers, presses and cash that meet on one row.</summary>
public sealed class ProcessorRaceTests : IDisposable
{
    private readonly PayoutHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Of_two_workers_on_one_row_one_claims()
    {
        var loan = await _house.PostAsync();
        var processes = Enumerable.Range(0, 4).Select(_ => _house.StartProcess()).ToList();
        var claims = await Task.WhenAll(processes.Select((process, i) => Task.Run(
            () => process.Get<TopUpClaims>().TryClaimAsync(loan.TopUpId, $"worker {i}", onlyIfDue: false), TestContext.Current.CancellationToken)));
        Assert.Single(claims, isTaken => isTaken);
        Assert.Equal($"worker {Array.IndexOf(claims, true)}", (await loan.ReadAsync()).LeaseOwner);
    }

    [Fact]
    public async Task A_worker_finds_the_row_held_while_another_calls()
    {
        var loan = await _house.PostAsync();
        TopUpStep? second = null;
        _house.Gateway.OnCall = async () =>
        {
            second ??= await loan.PressAsync(_house.StartProcess(), seen: 0);
            await loan.RunAsync(TopUpVisit.ToCheck, _house.StartProcess());
            await _house.StartProcess().Get<TopUpSweep>().RunAsync();
        };
        await loan.PressAsync();
        Assert.IsType<TopUpStep.Nothing>(second);
        Assert.Equal((1, 0, 1), (_house.Gateway.Bodies.Count, _house.Gateway.Checks, _house.Gateway.Orders));
    }

    [Fact]
    public async Task A_press_that_meets_a_check_of_the_refused_number_waits_for_it_and_pays()
    {
        _house.Gateway.WillDo(Reaction.Refuse, Reaction.Complete);
        var loan = await _house.PostAsync();
        await loan.PressAsync();
        Assert.Equal(TopUpState.Declined, await loan.StateAsync());
        Task<TopUpStep>? press = null;
        _house.Gateway.OnCall = async () =>
        {
            _house.Gateway.OnCall = () => Task.CompletedTask;
            _house.Clock.StandsStill = true;
            press = loan.PressAsync(_house.StartProcess());
            await _house.Clock.SomebodyWaits;
        };
        _house.Clock.Advance(TimeSpan.FromHours(1));
        await loan.RunAsync(TopUpVisit.BySchedule, _house.StartProcess());
        _house.Clock.StandsStill = false;
        _house.Clock.Advance(TimeSpan.FromSeconds(1));
        await press!;
        Assert.Equal((TopUpState.Completed, 2), (await loan.StateAsync(), _house.Gateway.Bodies.Count));
    }

    [Fact]
    public async Task However_many_processes_press_at_once_one_order_is_made()
    {
        for (var round = 0; round < 5; round++)
        {
            var loan = await _house.PostAsync();
            var before = _house.Gateway.Bodies.Count;
            var order = new TopUpVisit(new TopUpIntent.Press(0, _house.Clock.Now), loan.Order());
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(
                () => loan.RunAsync(order, _house.StartProcess()), TestContext.Current.CancellationToken)));
            Assert.Equal((TopUpState.Completed, before + 1), (await loan.StateAsync(), _house.Gateway.Bodies.Count));
        }
    }

    [Fact]
    public async Task A_press_from_a_page_that_is_behind_sends_nothing()
    {
        _house.Gateway.WillDo(Reaction.Refuse);
        var loan = await _house.PostAsync();
        await loan.PressAsync();
        _house.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.IsType<TopUpStep.Nothing>(await loan.PressAsync(seen: 0));
        Assert.Equal((1, 0), (_house.Gateway.Bodies.Count, _house.Gateway.Checks));
    }

    [Fact]
    public async Task Cash_entered_between_read_and_commit_makes_the_write_ahead_abandon()
    {
        var loan = await _house.PostAsync();
        var meddler = new BeforeCommit(() => EnterCashAsync(loan));
        await loan.PressAsync(_house.StartProcess(null, meddler));
        Assert.True(meddler.HasHappened);
        Assert.Empty(_house.Gateway.Bodies);
        var row = await loan.ReadAsync();
        Assert.Equal((TopUpState.New, 0, (string?)null), (row.State, row.Attempts.Count, row.LeaseOwner));
        Assert.Empty(await loan.LogAsync());
    }

    [Fact]
    public async Task An_attempt_committed_between_read_and_commit_makes_cash_conflict()
    {
        var loan = await _house.PostAsync();
        await using var db = _house.Desk.Open();
        var operation = await db.Set<PledgeOperation>().SingleAsync(TestContext.Current.CancellationToken);
        var isLocked = (await loan.StateAsync()).LocksOperation();
        await loan.PressAsync();
        operation.EnterCash(TopUpStory.Loan, isLocked);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Cash_that_is_there_already_stops_the_press()
    {
        var loan = await _house.PostAsync();
        await EnterCashAsync(loan);
        await loan.PressAsync();
        Assert.Equal((TopUpState.New, 0), (await loan.StateAsync(), _house.Gateway.Bodies.Count));
    }

    [Fact]
    public async Task An_outcome_that_meets_another_commit_loads_anew_and_decides_again()
    {
        _house.Gateway.WillDo(Reaction.Process);
        var loan = await _house.PostAsync();
        await loan.PressAsync();
        _house.Gateway.Settle("canceled");

        // The check's «canceled» is decided on a row that is paid when it is to be committed.
        var meddler = new BeforeCommit(() => RecordPaidAsync(loan)) { AtCommit = 2 };
        await loan.RunAsync(TopUpVisit.ToCheck, _house.StartProcess(null, meddler));
        Assert.True(meddler.HasHappened);
        var row = await loan.ReadAsync();
        Assert.Equal((TopUpState.Completed, Attention.Contradiction), (row.State, row.Attention));
    }

    [Fact]
    public async Task A_number_that_turns_out_paid_between_read_and_commit_makes_the_next_attempt_abandon()
    {
        _house.Gateway.WillDo(Reaction.Refuse);
        var loan = await _house.PostAsync();
        await loan.PressAsync();
        _house.Clock.Advance(TimeSpan.FromSeconds(10));

        // Commits of the press: the check's write-ahead, its outcome, the next attempt's write-ahead.
        var meddler = new BeforeCommit(() => RecordPaidAsync(loan)) { AtCommit = 3 };
        await loan.PressAsync(_house.StartProcess(null, meddler));
        Assert.True(meddler.HasHappened);
        Assert.Equal((TopUpState.Completed, 1), (await loan.StateAsync(), _house.Gateway.Bodies.Count));
        Assert.Single((await loan.ReadAsync()).Attempts);
    }

    [Fact]
    public async Task A_worker_that_wakes_after_its_lease_records_what_it_knows_and_ends_nobody_elses_send()
    {
        _house.Gateway.WillDo(Reaction.Lose, Reaction.Complete);
        var loan = await _house.PostAsync();
        var isAsleep = true;
        _house.Gateway.OnCall = async () =>
        {
            if (!isAsleep)
                return;
            isAsleep = false;
            _house.Clock.Advance(TopUpStory.Settings.Lease);
            await _house.SweepUntilAsync(async () => await loan.IsDecidedAsync());
        };
        await loan.PressAsync();
        var row = await loan.ReadAsync();
        Assert.Equal((TopUpState.Completed, 2, 1), (row.State, row.Attempts.Single().SendCount, _house.Gateway.Orders));
        Assert.DoesNotContain(await loan.LogAsync(), request => request.IsOpen);
    }

    private async Task EnterCashAsync(PayoutLoan loan)
    {
        var locks = (await loan.StateAsync()).LocksOperation();
        await using var db = _house.Desk.Open();
        (await db.Set<PledgeOperation>().SingleAsync(row => row.Id == loan.OperationId)).EnterCash(TopUpStory.Loan, locks);
        await db.SaveChangesAsync();
    }

    /// <summary>A worker that nobody reckoned with any more brings the first send's «completed».</summary>
    private async Task RecordPaidAsync(PayoutLoan loan)
    {
        await using var db = _house.Desk.Open();
        var row = await db.Set<CardTopUp>().Include(topUp => topUp.Attempts).SingleAsync(topUp => topUp.Id == loan.TopUpId);
        row.RecordSend(1, 1, new AnswerMeaning(AnswerKind.Completed, "completed"), "a stale worker", _house.Clock.Now, TopUpStory.Settings);
        await db.SaveChangesAsync();
    }
}
