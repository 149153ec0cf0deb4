using Kvell.Domain.Common;

namespace Kvell.Domain.Branches;

/// <summary>Blanks that came to a branch, as typed: a series, the first number, and the last one or how many (both must agree).</summary>
public sealed record BlanksForm
{
    public const string SeriesField = "blank-series";
    public const string FirstField = "blank-first";
    public const string LastField = "blank-last";
    public const string CountField = "blank-count";

    private const int LongestSeries = 8;
    private const int LastOrdinal = 99_999_999;
    private const int MostAtOnce = 5000;

    public string Series { get; set; } = "";

    public string First { get; set; } = "";

    public string Last { get; set; } = "";

    public string Count { get; set; } = "";

    public string SeriesName => Series.Trim().ToUpperInvariant();

    public IReadOnlyList<Refusal> Check()
    {
        var refusals = new List<Refusal>();
        if (SeriesName.Length is 0 or > LongestSeries || !SeriesName.All(char.IsLetter))
            refusals.Add(new Refusal($"Нужна серия: до {LongestSeries} букв, например ГП", SeriesField));
        if (!TryOrdinal(First, out var first))
            refusals.Add(new Refusal("Нужен номер первого бланка, до 8 цифр", FirstField));
        if (!TypedText.IsBlank(Last) && CheckLast(first) is { } wrong)
            refusals.Add(new Refusal(wrong, LastField));
        else if ((TypedText.IsBlank(Last) || !TypedText.IsBlank(Count)) && CheckCount(first) is { } miscounted)
            refusals.Add(new Refusal(miscounted, CountField));
        return refusals;
    }

    /// <summary>The first and the last number.</summary>
    public (int First, int Last) Range => Check().Count == 0 && TryOrdinal(First, out var first)
        ? (first, TryOrdinal(Last, out var last) ? last : first + CountOr0 - 1)
        : throw new IllegalTransitionException("A form that was not checked.");

    private int CountOr0 => TypedText.TryWhole(Count, 1, MostAtOnce, out var count) ? count : 0;

    /// <summary>How many numbers the first and the last one make, or the last number of so many: what can be filled in beside what is typed.</summary>
    public BlanksForm FillIn(bool lastWasTyped)
    {
        if (!TryOrdinal(First, out var first))
            return this;
        if (lastWasTyped && TryOrdinal(Last, out var last) && last >= first)
            return this with { Count = $"{last - first + 1}" };
        return !lastWasTyped && CountOr0 is > 0 and var count && first + count - 1 <= LastOrdinal ? this with { Last = $"{first + count - 1:D8}" } : this;
    }

    private string? CheckLast(int first)
    {
        if (!TryOrdinal(Last, out var last))
            return "Нужен номер последнего бланка, до 8 цифр";
        if (last < first)
            return "Последний номер меньше первого: проверьте порядок";
        return first > 0 && last - first >= MostAtOnce ? $"За один раз принимается не больше {MostAtOnce} бланков" : null;
    }

    private string? CheckCount(int first)
    {
        if (CountOr0 == 0)
            return $"Нужно количество от 1 до {MostAtOnce}";
        if (first + CountOr0 - 1 > LastOrdinal)
            return "Столько номеров в серии не осталось";
        return first > 0 && TryOrdinal(Last, out var last) && last - first + 1 != CountOr0
            ? $"С первого по последний номер – {last - first + 1}: проверьте количество" : null;
    }

    private static bool TryOrdinal(string typed, out int ordinal) => TypedText.TryWhole(typed, 1, LastOrdinal, out ordinal);
}
