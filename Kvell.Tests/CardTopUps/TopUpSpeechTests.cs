using Kvell.Domain.CardTopUps;
using Xunit;

namespace Kvell.Tests.CardTopUps;

public sealed class TopUpSpeechTests
{
    [Theory]
    [InlineData("пока банк не дал ответ", TopUpState.Completed, TopUpState.Processing)]
    [InlineData("пока банк не дал ответ", TopUpState.Postponed, TopUpState.Unknown)]
    [InlineData("пока есть отложенные выплаты", TopUpState.Completed, TopUpState.Postponed)]
    [InlineData("Часть займов уже на карте", TopUpState.Completed, TopUpState.Declined)]
    public void Why_cash_is_closed_is_said_as_it_is(string words, params TopUpState[] states) =>
        Assert.Contains(words, TopUpSpeech.CashLockOf(states), StringComparison.Ordinal);

    [Theory]
    [InlineData]
    [InlineData(TopUpState.New, TopUpState.Declined)]
    public void Nothing_sent_closes_no_cash(params TopUpState[] states) => Assert.Null(TopUpSpeech.CashLockOf(states));

    [Fact]
    public void Cash_is_closed_by_each_state_that_locks_an_operation() =>
        Assert.All(Enum.GetValues<TopUpState>(), state => Assert.Equal(state.LocksOperation(), TopUpSpeech.CashLockOf([state]) is not null));
}
