using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Pledges;

namespace Kvell.Web.Features.Tariffs;

internal static class TariffWords
{
    /// <summary>«29 дней – 0,3% в день»</summary>
    public static string Of(TariffPeriod period)
    {
        (decimal Rate, string Unit)[] rates = [(period.DailyPercent, "% в день"), (period.DailyRubles, " руб/день"), (period.YearlyPercent, "% в год")];
        return $"{Russian.Count(period.Days, "день", "дня", "дней")} – "
            + string.Join(", ", rates.Where(rate => rate.Rate > 0).Select(rate => $"{rate.Rate.ToString("0.###", Russian.Numbers)}{rate.Unit}"));
    }

    /// <summary>What a version is to today's loans.</summary>
    public static string StateOf(Tariff version, TariffLine line, DateOnly today)
    {
        if (version.Id == line.Valid?.Id)
            return "действует";
        if (line.Versions.Any(other => other.Number > version.Number && other.ValidFrom <= version.ValidFrom))
            return "заменена до начала";
        return version.ValidFrom > today ? "ещё не действует" : "прежняя";
    }
}
