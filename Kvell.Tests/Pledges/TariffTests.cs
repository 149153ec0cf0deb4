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
        Assert.Equal(expected, Main.DatesFrom(date, issueDayBearsInterest: false).Select(period => $"{Russian.Date(period.From)}–{Russian.Date(period.Through)}"));
    }

    [Fact]
    public void Where_the_day_of_issue_bears_interest_they_start_with_it() => Assert.Equal(
        ["24.10.2022–21.11.2022", "22.11.2022–22.12.2022", "23.12.2022–24.10.2023"],
        Main.DatesFrom(new DateOnly(2022, 10, 24), issueDayBearsInterest: true).Select(period => $"{Russian.Date(period.From)}–{Russian.Date(period.Through)}"));

    [Fact]
    public void Beyond_the_calendar_s_end_there_is_no_period() =>
        Assert.Single(Main.DatesFrom(DateOnly.MaxValue.AddDays(-40), issueDayBearsInterest: false));

    /// <summary>A version made later wins from its day on, over one that was planned before it too.</summary>
    [Fact]
    public void Of_a_tariff_the_version_valid_on_the_loan_s_day_applies()
    {
        var first = Tariff.Create(Guid.NewGuid(), "Основной", 2, Main.Periods, new DateOnly(2022, 1, 1));
        var planned = first.Next("Основной", new DateOnly(2023, 6, 1), Main.Periods, DateTime.UnixEpoch);
        var last = planned.Next("Основной", new DateOnly(2023, 3, 1), Main.Periods, DateTime.UnixEpoch);
        var short1 = Tariff.Create(Guid.NewGuid(), "Короткий", 1, Main.Periods, new DateOnly(2023, 1, 1));
        Tariff[] versions = [last, first, planned, short1];
        Assert.Equal([first], On(2022, 12, 31));
        Assert.Equal([short1, first], On(2023, 2, 28));
        Assert.Equal([short1, last], On(2023, 3, 1));
        Assert.Equal([short1, last], On(2023, 6, 1));
        Assert.Empty(On(2021, 12, 31));
        Assert.Equal(last, Tariff.ChosenOn(new DateOnly(2023, 6, 1), first.Id, versions));
        Assert.Equal(short1, Tariff.ChosenOn(new DateOnly(2023, 6, 1), null, versions));
        Assert.Equal(first, Tariff.ChosenOn(new DateOnly(2022, 6, 1), short1.Id, versions));

        IReadOnlyList<Tariff> On(int year, int month, int day) => Tariff.ValidOn(new DateOnly(year, month, day), versions);
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
