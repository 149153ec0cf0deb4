using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Xunit;

namespace Kvell.Tests.Pledges;

/// <summary>Interest by days, ПСК for each day of return, and where it is above the cap.</summary>
public sealed class LoanTermsTests
{
    private static readonly DateOnly Day = new(2026, 4, 15);
    private static readonly TariffPeriod[] Demo = [new(29, 0.30m, 0, 0), new(31, 0.20m, 0, 0), new(306, 0.20m, 0, 0)];

    private static readonly FullCostCap[] Caps =
    [
        FullCostCap.Create(PledgeKind.Jewellery, new DateOnly(2026, 4, 1), new DateOnly(2026, 6, 30), 107.354m),
        FullCostCap.Create(PledgeKind.Other, new DateOnly(2026, 4, 1), new DateOnly(2026, 6, 30), 157.557m),
    ];

    /// <summary>Sum × (29 × 0.30 % + 31 × 0.20 % + 306 × 0.20 %) = 76.1 %, on the last day, 366 days on or 365.</summary>
    [Theory]
    [InlineData(false, 366, "16.04.2027", "75.892")]
    [InlineData(true, 365, "15.04.2027", "76.100")]
    public void The_whole_term_is_the_whole_tariff_s_interest_on_its_last_day(bool issueDay, int days, string last, string percent)
    {
        var terms = new LoanTerms(Money.FromRubles(16_000), Day, Demo, issueDay);
        Assert.Equal(new LoanCost(days, Money.FromRubles(12_176), Number(percent)), terms.WholeTerm);
        Assert.Equal(last, Russian.Date(terms.Through));
        Assert.Equal(terms.Through, terms.DatedPeriods.Last().Through);
        Assert.Equal(terms.CostsByDay().Last(), terms.WholeTerm);
    }

    /// <summary>pawnshop.md: 0.29 % a day with both end days is 109.378 % over 30 days and 120.971 % over 7.</summary>
    [Theory]
    [InlineData(30, "109.378")]
    [InlineData(7, "120.971")]
    public void Both_end_days_bear_interest_where_the_day_of_issue_does(int days, string percent)
    {
        TariffPeriod[] flat = [new(60, 0.29m, 0, 0)];
        Assert.Equal(Number(percent), new LoanTerms(Money.FromRubles(10_000), Day, flat, IssueDayBearsInterest: true).CostAfter(days).Percent);
        Assert.Equal(105.850m, new LoanTerms(Money.FromRubles(10_000), Day, flat, IssueDayBearsInterest: false).CostAfter(days).Percent);
    }

    /// <summary>10 days of 0.1 %, then 15,50 a day, then 36.5 % a year, of 1 000,00: 1 + 15,50 + 1 a day.</summary>
    [Theory]
    [InlineData(1, "1.00")]
    [InlineData(10, "10.00")]
    [InlineData(11, "25.50")]
    [InlineData(15, "87.50")]
    [InlineData(18, "90.50")]
    public void Each_of_the_three_rates_counts_by_the_day(int days, string rubles)
    {
        var terms = new LoanTerms(Money.FromRubles(1_000), Day, [new(10, 0.1m, 0, 0), new(5, 0, 15.50m, 0), new(3, 0, 0, 36.5m)], IssueDayBearsInterest: false);
        Assert.Equal(Money.FromRubles(Number(rubles)), terms.CostAfter(days).Interest);
    }

    [Fact]
    public void Kopecks_are_rounded_once_at_the_end()
    {
        // 0,90 kopeck a day: each day alone would be a whole one.
        var terms = new LoanTerms(Money.FromRubles(3), Day, [new(30, 0.30m, 0, 0)], IssueDayBearsInterest: false);
        Assert.Equal([1L, 2, 3, 4, 5, 5], terms.CostsByDay().Take(6).Select(cost => cost.Interest.Kopecks));
        Assert.Equal(27, terms.WholeTerm.Interest.Kopecks);
    }

    [Theory]
    [InlineData(false, 1, 30, 1, "109.500", "2.146")]
    [InlineData(true, 1, 32, 1, "219.000", "111.646")]
    public void A_break_of_the_cap_says_from_which_day_and_by_how_much(bool issueDay, int from, int through, int worst, string percent, string excess)
    {
        var verdict = CostVerdict.Of(new LoanTerms(Money.FromRubles(10_000), Day, Demo, issueDay), PledgeKind.Jewellery, Caps);
        Assert.Equal([new DayRange(from, through)], verdict.Above);
        Assert.Equal((worst, Number(percent), Number(excess)), (verdict.Highest.Days, verdict.Highest.Percent, verdict.Excess));
        Assert.False(verdict.IsTermAboveCap);
        Assert.Equal(
            $"ПСК выше предельного с {from}-го по {through}-й день: на 1-й день {percent.Replace('.', ',')}\u00A0% при предельном 107,354\u00A0%, больше на {excess.Replace('.', ',')}",
            CostSpeech.WarningOf(verdict));
    }

    /// <summary>The same days by the closed form, in whole numbers: rounded to thousandths, is interest × 36 500 above cap × sum × days?</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_days_above_are_those_that_a_plain_count_finds(bool issueDay)
    {
        TariffPeriod[] uneven = [new(5, 0.31m, 0, 0), new(40, 0.2m, 3m, 0), new(60, 0.05m, 0, 90m), new(100, 0, 38m, 0)];
        const long Kopecks = 1_234_500;
        var verdict = CostVerdict.Of(new LoanTerms(new Money(Kopecks), Day, uneven, issueDay), PledgeKind.Jewellery, Caps);
        var expected = new List<int>();
        var rates = uneven.SelectMany(period => Enumerable.Repeat(period, period.Days)).ToList();
        for (var n = 1; n <= rates.Count - (issueDay ? 1 : 0); n++)
        {
            var rubles = rates.Take(n + (issueDay ? 1 : 0)).Sum(rate => (Kopecks / 100m * rate.DailyPercent / 100m) + rate.DailyRubles + (Kopecks / 100m * rate.YearlyPercent / 36_500m));
            if (Math.Round(Math.Round(rubles, 2, MidpointRounding.AwayFromZero) * 3_650_000m / Kopecks / n, 3, MidpointRounding.AwayFromZero) > 107.354m)
                expected.Add(n);
        }

        Assert.NotEmpty(expected);
        Assert.NotEqual(verdict.Term.Days, expected.Count);
        Assert.Equal(expected, verdict.Above.SelectMany(range => Enumerable.Range(range.From, range.Through - range.From + 1)));
    }

    [Fact]
    public void At_the_cap_is_not_above_it()
    {
        // 107,354 / 365 a day, over a sum where kopecks don't blur it.
        TariffPeriod[] exact = [new(30, 0, 0, 107.354m)];
        Assert.Null(CostSpeech.WarningOf(Judge(exact, PledgeKind.Jewellery, Day, 36_500_000)));
        Assert.True(Judge([exact[0] with { YearlyPercent = 107.355m }], PledgeKind.Jewellery, Day, 36_500_000).IsTermAboveCap);
    }

    /// <summary>0.2846 % a day is the most for 30 days with both end days counted, 0.2573 % for 7.</summary>
    [Theory]
    [InlineData(30, "0.2846", "0.2848")]
    [InlineData(7, "0.2573", "0.2575")]
    public void The_most_a_day_is_what_the_facts_say(int days, string most, string more)
    {
        Assert.True(After(most) <= 107.354m);
        Assert.True(After(more) > 107.354m);
        decimal After(string rate) => new LoanTerms(Money.FromRubles(1_000_000), Day, [new(60, Number(rate), 0, 0)], IssueDayBearsInterest: true).CostAfter(days).Percent;
    }

    [Theory]
    [InlineData(PledgeKind.Other, "2026-04-15", null)]
    [InlineData(PledgeKind.Jewellery, "2026-07-01", "Нет предельного значения ПСК на эту дату")]
    [InlineData(PledgeKind.Jewellery, "2026-03-31", "Нет предельного значения ПСК на эту дату")]
    public void The_cap_is_that_of_the_pledge_s_kind_and_the_loan_s_date(PledgeKind kind, string date, string? warning)
    {
        var verdict = Judge(Demo, kind, DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(warning, CostSpeech.WarningOf(verdict));
        Assert.Equal(warning is not null, verdict.IsCapMissing);
        Assert.Empty(verdict.Above);
    }

    [Fact]
    public void Both_days_of_a_cap_s_time_are_its_own() => Assert.All(
        new[] { Caps[0].From, Caps[0].Through }, day => Assert.False(Judge(Demo, PledgeKind.Jewellery, day).IsCapMissing));

    [Fact]
    public void A_ticket_with_anything_of_metal_is_jewellery()
    {
        Assert.Equal(PledgeKind.Jewellery, PledgeKinds.Of(["", "Au"]));
        Assert.Equal(PledgeKind.Other, PledgeKinds.Of(["", ""]));
    }

    /// <summary>One day of tariff, and it is the loan's own: returned on that day, it costs that day.</summary>
    [Fact]
    public void The_shortest_term_is_a_day() =>
        Assert.Equal(new LoanCost(1, Money.FromRubles(30), 109.5m), new LoanTerms(Money.FromRubles(10_000), Day, [Demo[0] with { Days = 1 }], IssueDayBearsInterest: true).WholeTerm);

    private static CostVerdict Judge(TariffPeriod[] periods, PledgeKind kind, DateOnly date, long rubles = 10_000) =>
        CostVerdict.Of(new LoanTerms(Money.FromRubles(rubles), date, periods, IssueDayBearsInterest: false), kind, Caps);

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
