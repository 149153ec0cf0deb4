using System.Text;
using Kvell.Domain.Branches;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Gateway;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Sealing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kvell.Tests.CardTopUps;

/// <summary>What the processor carries out: everything is committed before the call, and recorded after it.</summary>
public sealed class ProcessorTests : IDisposable
{
    private readonly PayoutHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Attempt_number_sealed_bytes_and_the_open_log_row_are_committed_before_the_first_byte()
    {
        var loan = await _house.PostAsync();
        var isSeen = false;
        _house.Gateway.OnCall = async () =>
        {
            var (row, log) = (await loan.ReadAsync(), Assert.Single(await loan.LogAsync()));
            var attempt = Assert.Single(row.Attempts);
            Assert.Equal((TopUpState.Sending, 1), (row.State, attempt.SendCount));
            Assert.Equal(_house.Gateway.Bodies.Single(), _house.Desk.Get<Seals>().Body.Unprotect(attempt.SealedBody!));
            Assert.Contains(attempt.Transaction, Encoding.UTF8.GetString(_house.Gateway.Bodies.Single()), StringComparison.Ordinal);
            Assert.Equal((true, GatewayMethods.Payout, 1, 1), (log.IsOpen, log.Method, log.AttemptNumber, log.SendNumber));
            isSeen = true;
        };
        await loan.PressAsync();
        Assert.True(isSeen);
    }

    [Fact]
    public async Task The_outcome_closes_the_log_row_gives_the_lease_back_and_plans_the_wake_up()
    {
        _house.Gateway.WillDo(Reaction.Process);
        var loan = await _house.PostAsync();
        await loan.PressAsync();
        var (row, log) = (await loan.ReadAsync(), Assert.Single(await loan.LogAsync()));
        Assert.Equal((TopUpState.Processing, (string?)null, (DateTime?)null), (row.State, row.LeaseOwner, row.LeaseUntil));
        Assert.Equal((false, false, "PROCESSING"), (log.IsOpen, log.Succeeded, log.Description));
        Assert.Equal((loan.TopUpId, row.NextActionAt), Assert.Single(_house.Planned));
        Assert.Equal(_house.Clock.Now.AddSeconds(2), row.NextActionAt);
    }

    [Fact]
    public async Task A_write_ahead_whose_result_is_not_known_sends_nothing()
    {
        // The moments of a press: before and after the claim's update, before and after the write-ahead's commit.
        foreach (var moment in new[] { 3, 4 })
        {
            using var house = new PayoutHouse();
            var loan = await house.PostAsync();
            var fate = new Fate(moment, Blow.Fault);
            await loan.PressAsync(house.StartProcess(fate));
            Assert.True(fate.HasStruck);
            Assert.Empty(house.Gateway.Bodies);
            var row = await loan.ReadAsync();
            Assert.Equal(moment == 3 ? TopUpState.New : TopUpState.Postponed, row.State);
            Assert.Null(row.LeaseOwner);
        }
    }

    [Fact]
    public async Task Every_repeat_sends_the_very_same_bytes()
    {
        _house.Gateway.WillDo(Reaction.NoConnection, Reaction.Lose, Reaction.Lose);
        var loan = await _house.PostAsync();
        await loan.PressAsync();
        await _house.SweepUntilAsync(loan.IsDecidedAsync);
        Assert.Equal((TopUpState.Completed, 3), (await loan.StateAsync(), _house.Gateway.Bodies.Count));
        Assert.Single(_house.Gateway.Bodies.Select(Convert.ToHexString).Distinct());
        Assert.Equal(4, (await loan.ReadAsync()).Attempts.Single().SendCount);
    }

    [Fact]
    public async Task Bytes_are_erased_once_the_number_is_accepted_or_decided()
    {
        _house.Gateway.WillDo(Reaction.Process, Reaction.Refuse, Reaction.Complete, Reaction.Lose);
        foreach (var isKept in new[] { false, false, false, true })
        {
            var loan = await _house.PostAsync();
            await loan.PressAsync();
            Assert.Equal(isKept, (await loan.ReadAsync()).Attempts.Single().SealedBody is not null);
        }
    }

    [Fact]
    public async Task The_sweep_alone_asks_repeats_and_recovers_and_leaves_new_ones_alone()
    {
        _house.Gateway.WillDo(Reaction.Lose, Reaction.NoConnection, Reaction.CompleteAndSayNothing, Reaction.Refuse);
        var loans = new List<PayoutLoan>();
        for (var i = 0; i < 4; i++)
        {
            loans.Add(await _house.PostAsync());
            await loans[i].PressAsync();
        }

        var untouched = await _house.PostAsync();
        await _house.SweepUntilAsync(async () => (await Task.WhenAll(loans.Select(loan => loan.IsDecidedAsync()))).All(isDecided => isDecided));
        var states = await Task.WhenAll(loans.Select(loan => loan.StateAsync()));
        Assert.Equal([TopUpState.Completed, TopUpState.Completed, TopUpState.Completed, TopUpState.Declined], states);
        Assert.Equal((TopUpState.New, 3), (await untouched.StateAsync(), _house.Gateway.Orders));
    }

    [Fact]
    public async Task One_rows_fault_keeps_no_other_from_its_outcome()
    {
        _house.Gateway.WillDo(Reaction.Process, Reaction.Process);
        var (broken, sound) = (await _house.PostAsync(), await _house.PostAsync());
        await broken.PressAsync();
        await sound.PressAsync();
        _house.Gateway.Settle("completed");
        var isFirst = true;
        _house.Gateway.OnCall = () =>
        {
            var (fails, _) = (isFirst, isFirst = false);
            return fails ? throw new StruckException("in the call") : Task.CompletedTask;
        };
        _house.Clock.Advance(TimeSpan.FromMinutes(1));
        await _house.Desk.Get<TopUpSweep>().RunAsync();
        Assert.Equal(1, new[] { await broken.StateAsync(), await sound.StateAsync() }.Count(state => state == TopUpState.Completed));
    }

    [Fact]
    public async Task A_job_that_comes_early_does_nothing()
    {
        _house.Gateway.WillDo(Reaction.Process);
        var loan = await _house.PostAsync();
        await loan.PressAsync();
        var version = (await loan.ReadAsync()).Version;
        await _house.Desk.Get<TopUpJob>().RunAsync(loan.TopUpId);
        Assert.Equal((0, version), (_house.Gateway.Checks, (await loan.ReadAsync()).Version));
    }

    [Fact]
    public async Task A_check_uses_the_latest_terminal_of_the_same_api_key_and_no_other()
    {
        _house.Gateway.WillDo(Reaction.Process);
        var loan = await _house.PostAsync();
        await loan.PressAsync();
        var (fixedKeys, otherShop) = (_house.NewTerminal(2, _house.Terminal.ApiKey), _house.NewTerminal(3, Guid.NewGuid().ToString("D")));
        await using (var db = _house.Desk.Open())
        {
            db.AddRange(fixedKeys, otherShop);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await loan.RunAsync(TopUpVisit.ToCheck);
        Assert.Equal([_house.Terminal.Id, fixedKeys.Id], _house.Gateway.Terminals.Select(terminal => terminal.TerminalId));
        Assert.Equal(_house.Terminal.ApiKey, _house.Gateway.Terminals[1].ApiKey);
    }

    [Fact]
    public async Task The_next_attempt_follows_a_check_of_the_closed_number_in_the_same_press()
    {
        _house.Gateway.WillDo(Reaction.Refuse);
        var loan = await _house.PostAsync();
        await loan.PressAsync();
        _house.Gateway.BeforeFirstByte = () => _house.Clock.Advance(TimeSpan.FromSeconds(1));
        _house.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.IsType<TopUpStep.Begin>(await loan.PressAsync());
        Assert.Equal(
            [GatewayMethods.Payout, GatewayMethods.Status, GatewayMethods.Payout], (await loan.LogAsync()).Select(row => row.Method));
        Assert.Equal((TopUpState.Completed, 1, 1), (await loan.StateAsync(), _house.Gateway.Checks, _house.Gateway.Orders));
    }

    [Fact]
    public async Task A_press_that_the_closed_number_stops_says_why_and_sends_nothing()
    {
        _house.Gateway.WillDo(Reaction.Refuse);
        var loan = await _house.PostAsync();
        await loan.PressAsync();
        _house.Clock.Advance(TimeSpan.FromSeconds(10));
        _house.Gateway.BeforeFirstByte = () => _house.Clock.Advance(TopUpStory.Settings.Lease);
        var refuse = Assert.IsType<TopUpStep.Refuse>(await loan.PressAsync());
        Assert.Equal((refuse.Sentence, 1), ((await loan.ReadAsync()).Message, _house.Gateway.Bodies.Count));
    }

    [Fact]
    public void No_cancellation_reaches_into_a_visit()
    {
        var methods = typeof(TopUpProcessor).GetMethods().Concat(typeof(IPayoutGateway).GetMethods()).Concat(typeof(OutcomeRecorder).GetMethods())
            .Concat(typeof(TopUpClaims).GetMethods()).Concat(typeof(TopUpWriteAhead).GetMethods()).Concat(typeof(TopUpJob).GetMethods()).Concat(typeof(TopUpSweep).GetMethods());
        Assert.DoesNotContain(methods.SelectMany(method => method.GetParameters()), parameter => parameter.ParameterType == typeof(CancellationToken));
    }

    [Fact]
    public async Task The_database_knows_one_operation_a_ticket_and_one_top_up_an_operation()
    {
        var loan = await _house.PostAsync();
        await using var db = _house.Desk.Open();
        var operation = await db.Set<PledgeOperation>().SingleAsync(TestContext.Current.CancellationToken);
        var ticket = await db.Set<PledgeTicket>().SingleAsync(TestContext.Current.CancellationToken);
        db.Add(CardTopUp.Create("ЛВЕС-999999", operation, TopUpStory.Moscow, TopUpStory.Receiver, _house.Clock.Now));
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
        db.ChangeTracker.Clear();
        var pledgor = await db.Set<Pledgor>().SingleAsync(TestContext.Current.CancellationToken);
        db.Add(PledgeOperation.Post("ЛВЕС-999999", ticket, pledgor, Guid.Empty, operation.LoanDate, Money.Zero, TopUpStory.Receiver, _house.Clock.Now));
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
        Assert.Equal(TopUpState.New, await loan.StateAsync());
    }
}
