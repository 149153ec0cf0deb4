using Kvell.Domain.CardTopUps;
using Kvell.Infrastructure.CardTopUps;
using Xunit;

namespace Kvell.Tests.CardTopUps;

/// <summary>When the chosen card is erased (design, card data).</summary>
public sealed class ProcessorCardTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly PayoutHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task The_last_completed_loan_of_the_group_erases_the_card()
    {
        var first = await _house.PostAsync();
        var second = await _house.PostAsync(first.DraftId, 2);
        await first.ChooseCardAsync();
        await first.PressAsync();
        Assert.NotNull((await first.ReadCardAsync()).SealedNumber);
        await second.PressAsync();
        var card = await first.ReadCardAsync();
        Assert.Equal((null, null, "220000******0004"), (card.SealedNumber, card.ForgetAt, card.Mask));
    }

    [Fact]
    public async Task Two_loans_that_complete_at_once_erase_it_too()
    {
        var first = await _house.PostAsync();
        var second = await _house.PostAsync(first.DraftId, 2);
        await first.ChooseCardAsync();

        // The second completes when the first has looked whether all are paid and has not committed yet.
        var meddler = new BeforeCommit(() => second.PressAsync()) { AtCommit = 2 };
        await first.PressAsync(_house.StartProcess(null, meddler));
        Assert.True(meddler.HasHappened);
        Assert.Equal((TopUpState.Completed, TopUpState.Completed), (await first.StateAsync(), await second.StateAsync()));
        Assert.Null((await first.ReadCardAsync()).SealedNumber);
    }

    [Fact]
    public async Task A_refusal_keeps_it_for_30_minutes_and_the_sweep_erases_it()
    {
        _house.Gateway.WillDo(Reaction.Refuse);
        var loan = await _house.PostAsync();
        await loan.ChooseCardAsync();
        _house.Clock.Advance(TimeSpan.FromMinutes(10));
        await loan.PressAsync();
        await SweepAfterAsync(ChosenCard.Lifetime - Second);
        Assert.NotNull((await loan.ReadCardAsync()).SealedNumber);
        await SweepAfterAsync(Second);
        Assert.Null((await loan.ReadCardAsync()).SealedNumber);
    }

    [Fact]
    public async Task Without_a_refusal_30_minutes_run_from_when_it_was_typed()
    {
        _house.Gateway.WillDo(Reaction.Lose);
        var loan = await _house.PostAsync();
        await loan.ChooseCardAsync();
        await loan.PressAsync();
        await SweepAfterAsync(ChosenCard.Lifetime - Second);
        Assert.NotNull((await loan.ReadCardAsync()).SealedNumber);
        await SweepAfterAsync(Second);
        Assert.Null((await loan.ReadCardAsync()).SealedNumber);
    }

    [Fact]
    public async Task A_press_that_the_closed_number_stops_is_no_refusal_and_keeps_it_no_longer()
    {
        _house.Gateway.WillDo(Reaction.Refuse);
        var loan = await _house.PostAsync();
        await loan.ChooseCardAsync();
        await loan.PressAsync();
        var forgetAt = (await loan.ReadCardAsync()).ForgetAt;
        _house.Clock.Advance(TimeSpan.FromMinutes(20));
        _house.Gateway.Settle("processing");
        _house.Gateway.BeforeFirstByte = () => _house.Clock.Advance(TopUpStory.Settings.Lease);
        Assert.IsType<TopUpStep.Refuse>(await loan.PressAsync());
        Assert.Equal(forgetAt, (await loan.ReadCardAsync()).ForgetAt);
    }

    private async Task SweepAfterAsync(TimeSpan time)
    {
        _house.Clock.Advance(time);
        await _house.Desk.Get<TopUpSweep>().RunAsync();
    }
}
