using Kvell.Domain.CardTopUps;
using Kvell.Infrastructure.CardTopUps;
using Xunit;

namespace Kvell.Tests.CardTopUps;

/// <summary>Stored bytes that no longer open can't be sent again, and must hold nothing up.</summary>
public sealed class ProcessorLostKeysTests : IDisposable
{
    private readonly PayoutHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task A_number_that_may_have_left_is_asked_about_until_its_outcome_is_known()
    {
        _house.Gateway.WillDo(Reaction.Lose);
        var loan = await _house.PostAsync();
        await loan.PressAsync();
        _house.Clock.Advance(TopUpStory.Grace);
        await loan.RunAsync(TopUpVisit.BySchedule);
        await loan.LoseKeysAsync();
        await SweepAMinuteLaterAsync();
        var row = await loan.ReadAsync();
        Assert.Equal((TopUpState.Unknown, 1), (row.State, _house.Gateway.Bodies.Count));
        Assert.True(row.NextActionAt > _house.Clock.Now);

        _house.Gateway.AcceptLate(row.Attempts.Single().Transaction, "completed");
        await _house.SweepUntilAsync(loan.IsDecidedAsync);
        Assert.Equal((TopUpState.Completed, 1), (await loan.StateAsync(), _house.Gateway.Bodies.Count));
    }

    [Fact]
    public async Task A_number_of_which_no_byte_left_is_over_and_can_be_paid_anew()
    {
        _house.Gateway.WillDo(Reaction.NoConnection);
        var loan = await _house.PostAsync();
        await loan.PressAsync();
        await loan.LoseKeysAsync();
        await SweepAMinuteLaterAsync();
        var row = await loan.ReadAsync();
        Assert.Equal((TopUpState.Declined, ClosedBy.NothingLeft), (row.State, row.Attempts.Single().ClosedBy));
        Assert.Contains("деньги не отправлены", row.Message, StringComparison.Ordinal);

        _house.Clock.Advance(TopUpStory.Grace);
        await loan.PressAsync();
        Assert.Equal((TopUpState.Completed, 1), (await loan.StateAsync(), _house.Gateway.Orders));
    }

    private async Task SweepAMinuteLaterAsync()
    {
        _house.Clock.Advance(TimeSpan.FromMinutes(1));
        await _house.Desk.Get<TopUpSweep>().RunAsync();
    }
}
