using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges.Forms;

/// <summary>A row of «Предельное значение ПСК» as typed.</summary>
public sealed class FullCostCapForm
{
    public const string KindField = "cap-kind";
    public const string FromField = "cap-from";
    public const string ThroughField = "cap-through";
    public const string PercentField = "cap-percent";

    private const decimal MostPercent = 1000m;

    public PledgeKind Kind { get; set; } = PledgeKind.Jewellery;

    public string From { get; set; } = "";

    /// <summary>Included.</summary>
    public string Through { get; set; } = "";

    public string Percent { get; set; } = "";

    public static FullCostCapForm Of(FullCostCap cap) => new()
    {
        Kind = cap.Kind,
        From = Russian.Date(cap.From),
        Through = Russian.Date(cap.Through),
        Percent = cap.Percent.ToString("0.000", Russian.Numbers),
    };

    /// <summary>The quarter after the last that is known of its kind, or the one that <paramref name="today"/> is in.</summary>
    public static FullCostCapForm After(PledgeKind kind, IEnumerable<FullCostCap> caps, DateOnly today)
    {
        var from = caps.Where(cap => cap.Kind == kind && cap.Through.Year < DateOnly.MaxValue.Year).Select(cap => cap.Through.AddDays(1)).DefaultIfEmpty(FirstOfQuarter(today)).Max();
        return new FullCostCapForm { Kind = kind, From = Russian.Date(from), Through = Russian.Date(FirstOfQuarter(from).AddMonths(3).AddDays(-1)) };
    }

    public IReadOnlyList<Refusal> Check(DateOnly today)
    {
        var refusals = new List<Refusal>();
        if (!Enum.IsDefined(Kind))
            refusals.Add(new Refusal("Выберите вид залога", KindField));
        if (!TypedText.TryComingDate(From, today, out var from))
            refusals.Add(new Refusal("Нужна дата, например 01.04.2026", FromField));
        if (!TypedText.TryComingDate(Through, today, out var through))
            refusals.Add(new Refusal("Нужна дата, например 30.06.2026", ThroughField));
        else if (refusals.Count == 0 && through < from)
            refusals.Add(new Refusal("Последний день раньше первого: поправьте даты", ThroughField));
        if (!TypedText.TryDecimal(Percent, FullCost.Decimals, out var percent) || percent is <= 0 or >= MostPercent)
            refusals.Add(new Refusal("Нужны проценты годовых, например 107,354", PercentField));
        return refusals;
    }

    /// <summary>Only of a form that <see cref="Check"/> let pass.</summary>
    public (DateOnly From, DateOnly Through, decimal Percent) Read(DateOnly today)
    {
        _ = TypedText.TryComingDate(From, today, out var from);
        _ = TypedText.TryComingDate(Through, today, out var through);
        _ = TypedText.TryDecimal(Percent, FullCost.Decimals, out var percent);
        return (from, through, percent);
    }

    private static DateOnly FirstOfQuarter(DateOnly day) => new(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1);
}
