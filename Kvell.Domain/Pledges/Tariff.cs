namespace Kvell.Domain.Pledges;

/// <summary>«Период тарифа»: a length in days and three rates.</summary>
/// <param name="DailyPercent">Percent a day: <c>0.30</c>.</param>
/// <param name="DailyRubles">Roubles a day.</param>
/// <param name="YearlyPercent">Percent a year.</param>
public sealed record TariffPeriod(int Days, decimal DailyPercent, decimal DailyRubles, decimal YearlyPercent);

/// <summary>A period with its dates for one loan, both included.</summary>
public sealed record DatedTariffPeriod(DateOnly From, DateOnly Through, TariffPeriod Period);

/// <summary>«Тариф»</summary>
public sealed class Tariff
{
    private readonly List<TariffPeriod> _periods = [];

    private Tariff()
    {
    }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The order on the list; the first is offered.</summary>
    public int Ordinal { get; private set; }

    public IReadOnlyList<TariffPeriod> Periods => _periods;

    public static Tariff Create(Guid id, string name, int ordinal, IEnumerable<TariffPeriod> periods)
    {
        var tariff = new Tariff { Id = id, Name = name, Ordinal = ordinal };
        tariff._periods.AddRange(periods);
        return tariff;
    }

    /// <summary>The first period starts the day after the loan; each next one the day after the one before.</summary>
    public IEnumerable<DatedTariffPeriod> DatesFrom(DateOnly loanDate)
    {
        var before = loanDate;
        foreach (var period in _periods)
        {
            var through = before.AddDays(period.Days);
            yield return new DatedTariffPeriod(before.AddDays(1), through, period);
            before = through;
        }
    }
}
