using Kvell.Domain.CardTopUps;
using Kvell.Infrastructure.CardTopUps;
using Xunit;

namespace Kvell.Tests.CardTopUps;

/// <summary>Rule 6's clocks: a lease is only as good as both of them.</summary>
public sealed class ProcessorClockTests : IDisposable
{
    private static readonly TimeSpan Lease = TopUpStory.Settings.Lease;

    private static readonly TimeSpan Timeout = TopUpStory.Settings.RequestTimeout;

    private readonly PayoutHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Theory]
    [InlineData(6)]
    [InlineData(-6)]
    public async Task A_server_whose_clock_is_6_s_off_neither_claims_nor_sends(int secondsAhead)
    {
        var loan = await _house.PostAsync();
        var version = (await loan.ReadAsync()).Version;
        _house.DatabaseAhead = TimeSpan.FromSeconds(secondsAhead);
        Assert.IsType<TopUpStep.Nothing>(await loan.PressAsync());
        Assert.False(await _house.Desk.Get<TopUpClaims>().TryClaimAsync(loan.TopUpId, "worker", onlyIfDue: false));
        Assert.Equal((version, 0), ((await loan.ReadAsync()).Version, _house.Gateway.Bodies.Count));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(-5)]
    public async Task Five_seconds_are_borne(int secondsAhead)
    {
        _house.DatabaseAhead = TimeSpan.FromSeconds(secondsAhead);
        var loan = await _house.PostAsync();
        await loan.PressAsync();
        Assert.Equal(TopUpState.Completed, await loan.StateAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task With_less_than_a_time_out_of_the_lease_left_nothing_is_sent_by_either_clock(bool machineSlept)
    {
        var late = Lease - Timeout + TimeSpan.FromTicks(1);
        _house.Gateway.BeforeFirstByte = () => Pass(late, machineSlept);
        var loan = await _house.PostAsync();
        await loan.PressAsync();
        Assert.Equal((1, 0), (_house.Gateway.Abandoned, _house.Gateway.Bodies.Count));
        var row = await loan.ReadAsync();
        Assert.Equal((TopUpState.Postponed, 0), (row.State, row.Attempts.Single().SendsThatMayHaveLeft));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task With_a_whole_time_out_left_it_is_sent(bool machineSlept)
    {
        _house.Gateway.BeforeFirstByte = () => Pass(Lease - Timeout, machineSlept);
        var loan = await _house.PostAsync();
        await loan.PressAsync();
        Assert.Equal((TopUpState.Completed, 1), (await loan.StateAsync(), _house.Gateway.Bodies.Count));
    }

    [Fact]
    public async Task A_wall_clock_that_is_set_back_lengthens_no_lease()
    {
        _house.Gateway.BeforeFirstByte = () =>
        {
            _house.Clock.Advance(Lease - Timeout + TimeSpan.FromTicks(1));
            _house.Clock.WallShift = -Lease;
        };
        var loan = await _house.PostAsync();
        await loan.PressAsync();
        Assert.Equal((1, 0), (_house.Gateway.Abandoned, _house.Gateway.Bodies.Count));
    }

    [Fact]
    public async Task Who_froze_after_its_write_ahead_sends_nothing_when_it_wakes()
    {
        var loan = await _house.PostAsync();
        var isFrozen = true;
        _house.Gateway.MeanwhileAsync = async () =>
        {
            if (!isFrozen)
                return;
            isFrozen = false;
            _house.Clock.Advance(Lease);
            await _house.StartProcess().Get<TopUpSweep>().RunAsync();
        };
        await loan.PressAsync();
        Assert.Equal((1, 0), (_house.Gateway.Abandoned, _house.Gateway.Bodies.Count));
        await _house.SweepUntilAsync(loan.IsDecidedAsync);
        Assert.Equal((TopUpState.Completed, 1), (await loan.StateAsync(), _house.Gateway.Orders));
    }

    private void Pass(TimeSpan time, bool machineSlept)
    {
        if (machineSlept)
            _house.Clock.WallShift = time;
        else
            _house.Clock.Advance(time);
    }
}
