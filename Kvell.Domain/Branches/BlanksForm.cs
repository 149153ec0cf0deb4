using Kvell.Domain.Common;

namespace Kvell.Domain.Branches;

/// <summary>Blanks that came to a branch, as typed: a series, the first number, how many.</summary>
public sealed record BlanksForm
{
    public const string SeriesField = "blank-series";
    public const string FirstField = "blank-first";
    public const string CountField = "blank-count";

    private const int LongestSeries = 8;
    private const int LastOrdinal = 99_999_999;
    private const int MostAtOnce = 5000;

    public string Series { get; set; } = "";

    public string First { get; set; } = "";

    public string Count { get; set; } = "";

    public string SeriesName => Series.Trim().ToUpperInvariant();

    public IReadOnlyList<Refusal> Check()
    {
        var refusals = new List<Refusal>();
        if (SeriesName.Length is 0 or > LongestSeries || !SeriesName.All(char.IsLetter))
            refusals.Add(new Refusal($"Нужна серия: до {LongestSeries} букв, например ГП", SeriesField));
        if (!TypedText.TryWhole(First, 1, LastOrdinal, out var first))
            refusals.Add(new Refusal("Нужен номер первого бланка, до 8 цифр", FirstField));
        if (!TypedText.TryWhole(Count, 1, MostAtOnce, out var count))
            refusals.Add(new Refusal($"Нужно количество от 1 до {MostAtOnce}", CountField));
        else if (first + count - 1 > LastOrdinal)
            refusals.Add(new Refusal("Столько номеров в серии не осталось", CountField));
        return refusals;
    }

    /// <summary>The first and the last number.</summary>
    public (int First, int Last) Range => TypedText.TryWhole(First, 1, LastOrdinal, out var first) & TypedText.TryWhole(Count, 1, MostAtOnce, out var count)
        ? (first, first + count - 1)
        : throw new IllegalTransitionException("A form that was not checked.");
}
