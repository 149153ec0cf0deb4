using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges;

/// <summary>How ПСК and its cap are told.</summary>
public static class CostSpeech
{
    public const string NoCap = "Нет предельного значения ПСК на эту дату";

    private const int MostRanges = 2;

    /// <summary><c>107,354 %</c></summary>
    public static string Percent(decimal percent) => $"{percent.ToString("N3", Russian.Numbers)}\u00A0%";

    /// <returns>Where ПСК is above the cap and by how much, or that there is no cap; null when all is well.</returns>
    public static string? WarningOf(CostVerdict verdict) => verdict switch
    {
        { IsCapMissing: true } => NoCap,
        { IsAboveCap: true } => $"ПСК выше предельного {Days(verdict.Above)}: на {Day(verdict.Highest.Days)} {Percent(verdict.Highest.Percent)}"
            + $" при предельном {Percent(verdict.CapPercent!.Value)}, больше на {verdict.Excess.ToString("N3", Russian.Numbers)}",
        _ => null,
    };

    /// <summary>The warning, or how far below the cap it stays.</summary>
    public static string Of(CostVerdict verdict) => WarningOf(verdict)
        ?? $"ПСК не выше предельного {Percent(verdict.CapPercent!.Value)}: больше всего на {Day(verdict.Highest.Days)}, {Percent(verdict.Highest.Percent)}";

    public static string NameOf(PledgeKind kind) => kind == PledgeKind.Jewellery ? "Ювелирные изделия" : "Иное имущество";

    private static string Days(IReadOnlyList<DayRange> ranges) => ranges.Count > MostRanges
        ? $"с {ranges[0].From}-го по {ranges[^1].Through}-й день с перерывами"
        : string.Join(" и ", ranges.Select(range => range.From == range.Through ? $"на {Day(range.From)}" : $"с {range.From}-го по {Day(range.Through)}"));

    private static string Day(int day) => $"{day}-й день";
}
