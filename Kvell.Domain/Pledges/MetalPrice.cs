using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges;

/// <summary>«Цена за грамм» of a metal and fineness, from a day on.</summary>
public sealed class MetalPrice
{
    private MetalPrice()
    {
    }

    public Guid Id { get; private set; }

    /// <summary><c>Au</c>, <c>Ag</c>, <c>Pt</c>, <c>Pd</c></summary>
    public string Metal { get; private set; } = "";

    public string Fineness { get; private set; } = "";

    public DateOnly From { get; private set; }

    public Money PerGram { get; private set; }

    /// <summary>The order on the list.</summary>
    public int Ordinal { get; private set; }

    public static MetalPrice Create(string metal, string fineness, DateOnly from, Money perGram, int ordinal) => new()
    {
        Id = Guid.CreateVersion7(),
        Metal = metal,
        Fineness = fineness,
        From = from,
        PerGram = perGram,
        Ordinal = ordinal,
    };
}
