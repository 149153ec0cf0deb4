using System.Globalization;
using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges.Forms;

/// <summary>One period of a tariff as typed.</summary>
public sealed class TariffPeriodForm
{
    public string Days { get; set; } = "";

    public string DailyPercent { get; set; } = "";

    public string DailyRubles { get; set; } = "";

    public string YearlyPercent { get; set; } = "";

    /// <summary>Nothing is typed in it yet.</summary>
    public bool IsBlank => TypedText.IsBlank(Days) && TypedText.IsBlank(DailyPercent) && TypedText.IsBlank(DailyRubles) && TypedText.IsBlank(YearlyPercent);
}

/// <summary>A new tariff as typed.</summary>
public sealed class TariffForm
{
    public const string NameField = "tariff-name";
    public const int MostPeriods = 12;

    private const int LongestName = 100;

    /// <summary>A pledge is given for at most a year (federal law 196-FZ), a leap one included.</summary>
    private const int MostDays = 366;
    private const decimal MostRate = 1000m;

    public string Name { get; set; } = "";

    public List<TariffPeriodForm> Periods { get; } = [new()];

    public static string DaysField(int period) => Field("days", period);

    public static string DailyPercentField(int period) => Field("daily-percent", period);

    public static string DailyRublesField(int period) => Field("daily-rubles", period);

    public static string YearlyPercentField(int period) => Field("yearly-percent", period);

    public IReadOnlyList<Refusal> Check()
    {
        var refusals = new List<Refusal>();
        if (TypedText.IsBlank(Name) || TypedText.Trimmed(Name).Length > LongestName)
            refusals.Add(new Refusal($"Введите название, не длиннее {LongestName} знаков", NameField));
        for (var i = 0; i < Periods.Count; i++)
        {
            // A row that was opened and left alone is no period; the first one must be.
            if (i == 0 || !Periods[i].IsBlank)
                CheckPeriod(Periods[i], i, refusals);
        }

        if (refusals.Count == 0 && ReadPeriods().Sum(period => period.Days) > MostDays)
            refusals.Add(new Refusal($"Все периоды вместе длиннее года: не больше {MostDays} дней", DaysField(0)));
        return refusals;
    }

    /// <summary>What is typed, empty rows aside. A rate that isn't typed is nought.</summary>
    public IReadOnlyList<TariffPeriod> ReadPeriods() =>
        [.. Periods.Where(period => !period.IsBlank).Select(period => new TariffPeriod(
            int.Parse(period.Days.Trim(), CultureInfo.InvariantCulture), Rate(period.DailyPercent, 2)!.Value, Rate(period.DailyRubles, 2)!.Value, Rate(period.YearlyPercent, 3)!.Value))];

    private static void CheckPeriod(TariffPeriodForm period, int index, List<Refusal> refusals)
    {
        if (!TypedText.TryWhole(period.Days, 1, MostDays, out _))
            refusals.Add(new Refusal($"Нужно число дней от 1 до {MostDays}", DaysField(index)));
        var rates = new[]
        {
            (Typed: period.DailyPercent, Decimals: 2, Field: DailyPercentField(index)),
            (Typed: period.DailyRubles, Decimals: 2, Field: DailyRublesField(index)),
            (Typed: period.YearlyPercent, Decimals: 3, Field: YearlyPercentField(index)),
        };
        foreach (var wrong in rates.Where(rate => Rate(rate.Typed, rate.Decimals) is null))
            refusals.Add(new Refusal("Нужно число, например 0,30", wrong.Field));
        if (Array.TrueForAll(rates, rate => Rate(rate.Typed, rate.Decimals) is 0))
            refusals.Add(new Refusal("Введите хотя бы одну ставку", DailyPercentField(index)));
    }

    private static decimal? Rate(string typed, int decimals)
    {
        if (TypedText.IsBlank(typed))
            return 0;
        return TypedText.TryDecimal(typed, decimals, out var rate) && rate < MostRate ? rate : null;
    }

    private static string Field(string what, int period) => $"tariff-{what}-{period + 1}";
}
