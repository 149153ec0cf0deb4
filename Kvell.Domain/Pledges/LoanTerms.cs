using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges;

/// <summary>What a loan costs if it is returned after so many days.</summary>
/// <param name="Percent">ПСК, percent a year, three decimals.</param>
public sealed record LoanCost(int Days, Money Interest, decimal Percent);

/// <summary>A loan under a tariff. Day n is n days after the loan's; interest counts the day of return.</summary>
/// <param name="IssueDayBearsInterest">«День выдачи входит в проценты»: the loan's own day counts too, and is the first period's first.</param>
public sealed record LoanTerms(Money Loan, DateOnly Date, IReadOnlyList<TariffPeriod> Periods, bool IssueDayBearsInterest)
{
    /// <summary>A kopeck's share that no rate divides: percent × days of a year.</summary>
    private const decimal Parts = 36_500m;

    private int IssueDay => IssueDayBearsInterest ? 1 : 0;

    /// <summary>The term in days after the loan's day, at least one.</summary>
    public int Days => Math.Max(1, Periods.Sum(period => period.Days) - IssueDay);

    /// <summary>The last day of the term.</summary>
    public DateOnly Through => Date.AddDays(Days);

    /// <summary>The whole tariff's interest, repaid once, on the last day.</summary>
    public LoanCost WholeTerm => CostAfter(Days);

    public IEnumerable<DatedTariffPeriod> DatedPeriods => TariffDates.From(Date, Periods, IssueDayBearsInterest);

    /// <param name="days">From 1 to <see cref="Days"/>.</param>
    public LoanCost CostAfter(int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(days);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, Days);
        return CostOf(days, DailyParts().Take(days + IssueDay).Sum());
    }

    /// <summary>For each day of return, from the first to the last.</summary>
    public IEnumerable<LoanCost> CostsByDay()
    {
        var (parts, counted) = (0m, 0);
        foreach (var part in DailyParts())
        {
            parts += part;
            if (++counted > IssueDay)
                yield return CostOf(counted - IssueDay, parts);
        }
    }

    private IEnumerable<decimal> DailyParts()
    {
        foreach (var period in Periods)
        {
            var parts = (Loan.Kopecks * ((period.DailyPercent * 365m) + period.YearlyPercent)) + (period.DailyRubles * 100m * Parts);
            for (var day = 0; day < period.Days; day++)
                yield return parts;
        }
    }

    private LoanCost CostOf(int days, decimal parts)
    {
        var interest = new Money((long)Math.Round(parts / Parts, MidpointRounding.AwayFromZero));
        return new LoanCost(days, interest, FullCost.PercentOf(Loan, new Repayment(days, Loan + interest)));
    }
}
