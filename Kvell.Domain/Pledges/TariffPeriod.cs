namespace Kvell.Domain.Pledges;

/// <summary>«Период тарифа»: a length in days and three rates.</summary>
/// <param name="DailyPercent">Percent a day: <c>0.30</c>.</param>
/// <param name="DailyRubles">Roubles a day.</param>
/// <param name="YearlyPercent">Percent a year.</param>
public sealed record TariffPeriod(int Days, decimal DailyPercent, decimal DailyRubles, decimal YearlyPercent);

/// <summary>A period with its dates for one loan, both included.</summary>
public sealed record DatedTariffPeriod(DateOnly From, DateOnly Through, TariffPeriod Period);

public static class TariffDates
{
    /// <summary>
    /// The first period starts on the loan's day where that day bears interest, else the day after; each next one the day after the
    /// one before. What would lie beyond the calendar's end is left out.
    /// </summary>
    public static IEnumerable<DatedTariffPeriod> From(DateOnly loanDate, IEnumerable<TariffPeriod> periods, bool issueDayBearsInterest)
    {
        var day = loanDate.DayNumber + (issueDayBearsInterest ? 0 : 1);
        foreach (var period in periods)
        {
            var next = day + period.Days;
            if (next - 1 > DateOnly.MaxValue.DayNumber)
                yield break;
            yield return new DatedTariffPeriod(DateOnly.FromDayNumber(day), DateOnly.FromDayNumber(next - 1), period);
            day = next;
        }
    }
}
