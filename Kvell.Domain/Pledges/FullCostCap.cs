using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges;

/// <summary>What the caps on ПСК tell apart.</summary>
public enum PledgeKind
{
    /// <summary>«Ювелирные изделия»</summary>
    Jewellery = 1,

    /// <summary>«Иное имущество»</summary>
    Other = 2,
}

/// <summary>«Предельное значение ПСК»: what the Bank of Russia has set for loans of these days. A table kept by a person.</summary>
public sealed class FullCostCap
{
    private FullCostCap()
    {
    }

    public Guid Id { get; private set; }

    public PledgeKind Kind { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>Included.</summary>
    public DateOnly Through { get; private set; }

    /// <summary>Percent a year, three decimals.</summary>
    public decimal Percent { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    public static FullCostCap Create(PledgeKind kind, DateOnly from, DateOnly through, decimal percent)
    {
        var cap = new FullCostCap { Id = Guid.CreateVersion7() };
        cap.Correct(kind, from, through, percent);
        return cap;
    }

    /// <exception cref="IllegalTransitionException">It would end before it begins, or isn't a percentage.</exception>
    public void Correct(PledgeKind kind, DateOnly from, DateOnly through, decimal percent)
    {
        if (through < from || percent <= 0)
            throw new IllegalTransitionException("A cap has a percentage, and a last day that isn't before its first.");
        (Kind, From, Through, Percent) = (kind, from, through, percent);
        Version++;
    }

    public bool Overlaps(PledgeKind kind, DateOnly from, DateOnly through) => Kind == kind && From <= through && from <= Through;

    /// <returns>Null: nobody has entered one for that day.</returns>
    public static FullCostCap? On(DateOnly date, PledgeKind kind, IEnumerable<FullCostCap> caps) =>
        caps.FirstOrDefault(cap => cap.Overlaps(kind, date, date));

    /// <summary>The last known one of an earlier time: what there is to go by until the table is kept on.</summary>
    public static FullCostCap? LastBefore(DateOnly date, PledgeKind kind, IEnumerable<FullCostCap> caps) =>
        caps.Where(cap => cap.Kind == kind && cap.Through < date).MaxBy(cap => cap.Through);
}

public static class PledgeKinds
{
    /// <summary>A ticket with anything of a precious metal is jewellery: of the two caps that has been the stricter.</summary>
    /// <param name="metals">Of its items; empty for what isn't of metal.</param>
    public static PledgeKind Of(IEnumerable<string> metals) => metals.Any(metal => metal.Length > 0) ? PledgeKind.Jewellery : PledgeKind.Other;
}
