using System.Globalization;
using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges.Forms;

/// <summary>A tariff as typed, a new one or the next version of one.</summary>
public sealed class TariffForm
{
    public const string NameField = "tariff-name";
    public const string ValidFromField = "tariff-valid-from";
    public const int MostPeriods = 12;

    private const int LongestName = 100;

    public string Name { get; set; } = "";

    /// <summary>«Действует с»: the first day whose loans it applies to.</summary>
    public string ValidFrom { get; set; } = "";

    public List<TariffPeriodForm> Periods { get; } = [new()];

    public static string DaysField(int period) => Field("days", period);

    public static string DailyPercentField(int period) => Field("daily-percent", period);

    public static string DailyRublesField(int period) => Field("daily-rubles", period);

    public static string YearlyPercentField(int period) => Field("yearly-percent", period);

    /// <summary>The next version of a tariff begins as its last one is.</summary>
    public static TariffForm Of(Tariff version, DateOnly validFrom)
    {
        var form = new TariffForm { Name = version.Name, ValidFrom = Russian.Date(validFrom) };
        form.Periods.Clear();
        form.Periods.AddRange(version.Periods.Select(TariffPeriodForm.Of));
        return form;
    }

    public IReadOnlyList<Refusal> Check(DateOnly today)
    {
        var refusals = new List<Refusal>();
        if (TypedText.IsBlank(Name) || TypedText.Trimmed(Name).Length > LongestName)
            refusals.Add(new Refusal($"Введите название, не длиннее {LongestName} знаков", NameField));
        if (ReadValidFrom(today) is null)
            refusals.Add(new Refusal("Нужна дата, например 01.01.2026", ValidFromField));
        for (var i = 0; i < Periods.Count; i++)
        {
            // A row that was opened and left alone is no period; the first one must be.
            if (i == 0 || !Periods[i].IsBlank)
                CheckPeriod(Periods[i], i, refusals);
        }

        if (refusals.Count == 0 && ReadPeriods().Sum(period => period.Days) > TariffPeriodForm.MostDays)
            refusals.Add(new Refusal($"Все периоды вместе длиннее года: не больше {TariffPeriodForm.MostDays} дней", DaysField(0)));
        return refusals;
    }

    /// <returns>Null while it can't be read.</returns>
    public DateOnly? ReadValidFrom(DateOnly today) => TypedText.TryComingDate(ValidFrom, today, out var date) ? date : null;

    /// <summary>
    /// What is typed, empty rows aside. A rate that isn't typed is nought. While it is typed: the periods before the first that can't be
    /// read yet.
    /// </summary>
    public IReadOnlyList<TariffPeriod> ReadPeriods()
    {
        var periods = new List<TariffPeriod>();
        foreach (var typed in Periods.Where(period => !period.IsBlank))
        {
            if (typed.Read() is not { } period)
                break;
            periods.Add(period);
        }

        return periods;
    }

    private static void CheckPeriod(TariffPeriodForm period, int index, List<Refusal> refusals)
    {
        if (period.ReadDays() is null)
            refusals.Add(new Refusal($"Нужно число дней от 1 до {TariffPeriodForm.MostDays}", DaysField(index)));
        var rates = new[]
        {
            (Rate: period.ReadDailyPercent(), Field: DailyPercentField(index)),
            (Rate: period.ReadDailyRubles(), Field: DailyRublesField(index)),
            (Rate: period.ReadYearlyPercent(), Field: YearlyPercentField(index)),
        };
        foreach (var wrong in rates.Where(rate => rate.Rate is null))
            refusals.Add(new Refusal("Нужно число, например 0,30", wrong.Field));
        if (Array.TrueForAll(rates, rate => rate.Rate is 0))
            refusals.Add(new Refusal("Введите хотя бы одну ставку", DailyPercentField(index)));
    }

    private static string Field(string what, int period) => string.Create(CultureInfo.InvariantCulture, $"tariff-{what}-{period + 1}");
}
