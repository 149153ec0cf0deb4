using System.Globalization;
using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges.Forms;

/// <summary>One period of a tariff as typed.</summary>
public sealed class TariffPeriodForm
{
    /// <summary>A pledge is given for at most a year (federal law 196-FZ), a leap one included.</summary>
    public const int MostDays = 366;

    private const decimal MostRate = 1000m;

    public string Days { get; set; } = "";

    public string DailyPercent { get; set; } = "";

    public string DailyRubles { get; set; } = "";

    public string YearlyPercent { get; set; } = "";

    /// <summary>Nothing is typed in it yet.</summary>
    public bool IsBlank => TypedText.IsBlank(Days) && TypedText.IsBlank(DailyPercent) && TypedText.IsBlank(DailyRubles) && TypedText.IsBlank(YearlyPercent);

    public static TariffPeriodForm Of(TariffPeriod period) => new()
    {
        Days = period.Days.ToString(CultureInfo.InvariantCulture),
        DailyPercent = Text(period.DailyPercent, "0.00"),
        DailyRubles = Text(period.DailyRubles, "0.##"),
        YearlyPercent = Text(period.YearlyPercent, "0.###"),
    };

    /// <returns>Null while something in it can't be read.</returns>
    public TariffPeriod? Read() =>
        ReadDays() is { } days && ReadDailyPercent() is { } percent && ReadDailyRubles() is { } rubles && ReadYearlyPercent() is { } yearly
            ? new TariffPeriod(days, percent, rubles, yearly)
            : null;

    internal int? ReadDays() => TypedText.TryWhole(Days, 1, MostDays, out var days) ? days : null;

    internal decimal? ReadDailyPercent() => Rate(DailyPercent, 2);

    internal decimal? ReadDailyRubles() => Rate(DailyRubles, 2);

    internal decimal? ReadYearlyPercent() => Rate(YearlyPercent, 3);

    private static decimal? Rate(string typed, int decimals)
    {
        if (TypedText.IsBlank(typed))
            return 0;
        return TypedText.TryDecimal(typed, decimals, out var rate) && rate < MostRate ? rate : null;
    }

    private static string Text(decimal rate, string format) => rate == 0 ? "" : rate.ToString(format, Russian.Numbers);
}
