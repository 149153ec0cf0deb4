using System.Numerics;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Xunit;

namespace Kvell.Tests.Pledges;

/// <summary>ПСК against two other methods: the closed form of one repayment, and halving over fractions of whole numbers.</summary>
public sealed class FullCostTests
{
    /// <summary>Loan and interest in kopecks, days, and ПСК worked by hand: interest / loan × 365 / days × 100.</summary>
    [Theory]
    [InlineData(1_600_000, 139_200, 29, "109.500")]
    [InlineData(1_000_000, 87_000, 29, "109.500")]
    [InlineData(1_000_000, 89_900, 30, "109.378")]
    [InlineData(1_000_000, 6_000, 1, "219.000")]
    [InlineData(1_000_000, 23_200, 7, "120.971")]
    [InlineData(1_000_000, 761_000, 366, "75.892")]
    [InlineData(100, 76, 366, "75.792")]
    [InlineData(1_234_567, 9_999, 13, "22.740")]
    [InlineData(20_000_000, 4_000_001, 180, "40.556")]
    [InlineData(1_000_000, 0, 30, "0.000")]
    [InlineData(2_000_000, 1, 365, "0.000")]
    [InlineData(100, 1, 1, "365.000")]
    [InlineData(99_999, 33_333, 90, "135.185")]
    public void One_repayment_costs_its_interest_by_the_year(long loan, long interest, int days, string percent)
    {
        var expected = decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(expected, FullCost.PercentOf(new Money(loan), new Repayment(days, new Money(loan + interest))));
        Assert.Equal(expected, RoundedUp(new BigInteger(interest) * 365 * 100 * 1000, new BigInteger(loan) * days));
    }

    /// <summary>Half a thousandth goes up, however near the root comes to it: 3/800 of the loan over 365 days is 0.375 %, 1/80000 is 0.00125 %.</summary>
    [Theory]
    [InlineData(8_000_000, 100, "0.001")]
    [InlineData(8_000_000, 120, "0.002")]
    [InlineData(8_000_000, 119, "0.001")]
    [InlineData(8_000_000, 1_000_040, "12.501")]
    public void A_half_is_rounded_up(long loan, long interest, string percent) => Assert.Equal(
        decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture),
        FullCost.PercentOf(new Money(loan), new Repayment(365, new Money(loan + interest))));

    public static TheoryData<long, int, long[]> Several => new()
    {
        { 1_000_000, 30, [30, 350_000, 60, 350_000, 90, 350_000, 120, 350_000] },
        { 1_000_000, 30, [30, 30_000, 60, 30_000, 90, 1_030_000] },
        { 1_000_000, 30, [30, 500_000, 60, 300_000, 100, 400_000] },
        { 2_500_000, 7, [7, 100_000, 14, 100_000, 35, 2_500_000, 42, 60_000] },
        { 500_000, 20, [10, 200_000, 40, 400_000] },
        { 1_000_000, 91, [91, 260_000, 182, 260_000, 273, 260_000, 364, 260_000, 366, 10_000] },
        { 100, 15, [15, 50, 30, 51] },
    };

    /// <param name="period">The base period by hand: the most frequent interval, or their mean.</param>
    /// <param name="flows">Day, kopecks, day, kopecks…</param>
    [Theory]
    [MemberData(nameof(Several))]
    public void Several_repayments_meet_the_general_equation(long loan, int period, long[] flows)
    {
        var repayments = flows.Chunk(2).Select(pair => new Repayment((int)pair[0], new Money(pair[1]))).ToArray();
        Assert.Equal(ByHalves(loan, period, flows), FullCost.PercentOf(new Money(loan), repayments));
    }

    [Fact]
    public void A_loan_that_is_not_repaid_whole_has_no_cost()
    {
        Assert.Throws<ArgumentException>(() => FullCost.PercentOf(new Money(100), new Repayment(10, new Money(99))));
        Assert.Throws<ArgumentException>(() => FullCost.PercentOf(Money.Zero, new Repayment(10, new Money(99))));
        Assert.Throws<ArgumentException>(() => FullCost.PercentOf(new Money(100), new Repayment(0, new Money(100))));
    }

    /// <summary>The rate is a whole number of 2⁻⁶⁴; the equation's sign there is exact, multiplied through by every denominator.</summary>
    private static decimal ByHalves(long loan, int period, long[] flows)
    {
        var one = BigInteger.One << 64;
        var (low, high) = (BigInteger.Zero, one << 6);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = IsWorthMore(middle) ? (middle, high) : (low, middle);
        }

        return RoundedUp(low * 365 * 100 * 1000, one * period);

        bool IsWorthMore(BigInteger rate)
        {
            // worth = amount · one^(q+1) · period / ((one·period + rest·rate) · (one+rate)^q), added as fractions.
            var (above, below) = (-new BigInteger(loan), BigInteger.One);
            foreach (var pair in flows.Chunk(2))
            {
                var (whole, rest) = Math.DivRem(pair[0], period);
                var top = pair[1] * BigInteger.Pow(one, (int)whole + 1) * period;
                var bottom = ((one * period) + (rest * rate)) * BigInteger.Pow(one + rate, (int)whole);
                (above, below) = ((above * bottom) + (top * below), below * bottom);
            }

            return above.Sign > 0;
        }
    }

    /// <summary>A fraction of thousandths, half up.</summary>
    private static decimal RoundedUp(BigInteger top, BigInteger bottom) => (decimal)(((top * 2) + bottom) / (bottom * 2)) / 1000m;
}
