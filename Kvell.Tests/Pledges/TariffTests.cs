using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Xunit;

namespace Kvell.Tests.Pledges;

public sealed class TariffTests
{
    private static readonly Tariff Main = Tariff.Create(
        Guid.NewGuid(), "Основной, 1 год", 1, [new TariffPeriod(29, 0.30m, 0, 0), new TariffPeriod(31, 0.20m, 0, 0), new TariffPeriod(306, 0.20m, 0, 0)]);

    [Theory]
    [InlineData("24.10.2022", "25.10.2022–22.11.2022", "23.11.2022–23.12.2022", "24.12.2022–25.10.2023")]
    [InlineData("31.01.2023", "01.02.2023–01.03.2023", "02.03.2023–01.04.2023", "02.04.2023–01.02.2024")]
    [InlineData("15.01.2024", "16.01.2024–13.02.2024", "14.02.2024–15.03.2024", "16.03.2024–15.01.2025")]
    public void Periods_are_counted_in_days_from_the_day_after_the_loan(string loan, params string[] expected)
    {
        Assert.True(TypedText.TryDate(loan, DateOnly.MaxValue, out var date));
        Assert.Equal(expected, Main.DatesFrom(date).Select(period => $"{Russian.Date(period.From)}–{Russian.Date(period.Through)}"));
    }

    [Theory]
    [InlineData(0, new long[] { 0, 0, 0 })]
    [InlineData(50, new long[] { 50, 0, 0 })]
    [InlineData(150, new long[] { 100, 50, 0 })]
    [InlineData(600, new long[] { 100, 200, 300 })]
    public void Typed_cash_fills_the_tickets_in_their_order(long cash, long[] shares) =>
        Assert.Equal(shares, CashSplit.Over([new Money(100), new Money(200), new Money(300)], new Money(cash)).Select(share => share.Kopecks));

    [Fact]
    public void More_cash_than_loans_is_never_split() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CashSplit.Over([new Money(100)], new Money(101)));
}
