namespace Kvell.Domain.Pledges;

/// <summary>Days of return, both included.</summary>
public sealed record DayRange(int From, int Through);

/// <summary>A loan's ПСК over its whole term and on each earlier day of return, against the cap of the loan's date.</summary>
/// <param name="Term">Over the whole term: what the ticket states.</param>
/// <param name="Highest">The dearest day of return, the first of equals.</param>
/// <param name="CapPercent">Null: there is no row for the loan's date.</param>
/// <param name="Above">Where a return would have cost more than the cap, in order; empty too where there is no cap.</param>
public sealed record CostVerdict(LoanCost Term, LoanCost Highest, decimal? CapPercent, IReadOnlyList<DayRange> Above)
{
    public bool IsCapMissing => CapPercent is null;

    /// <summary>On some day of return, the last included.</summary>
    public bool IsAboveCap => Above.Count > 0;

    /// <summary>The ticket's own ПСК is above the cap.</summary>
    public bool IsTermAboveCap => Term.Percent > CapPercent;

    /// <summary>The most it is above the cap, in percentage points; 0 where it isn't.</summary>
    public decimal Excess => IsAboveCap ? Highest.Percent - CapPercent!.Value : 0;

    public static CostVerdict Of(LoanTerms terms, PledgeKind kind, IEnumerable<FullCostCap> caps)
    {
        var cap = FullCostCap.On(terms.Date, kind, caps)?.Percent;
        var (last, highest) = (terms.WholeTerm, (LoanCost?)null);
        var above = new List<DayRange>();
        foreach (var cost in terms.CostsByDay())
        {
            if (highest is null || cost.Percent > highest.Percent)
                highest = cost;
            if (!(cost.Percent > cap))
                continue;
            if (above.Count > 0 && above[^1].Through == cost.Days - 1)
                above[^1] = above[^1] with { Through = cost.Days };
            else
                above.Add(new DayRange(cost.Days, cost.Days));
        }

        return new CostVerdict(last, highest ?? last, cap, above);
    }
}
