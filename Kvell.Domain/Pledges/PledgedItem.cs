using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges;

/// <summary>What was weighed and reckoned of an item. Weights are grams.</summary>
public sealed record ItemFigures(decimal Gross, decimal Inserts, Money PricePerGram, decimal Factor, Money Appraisal, Money Loan)
{
    public decimal Net => Gross - Inserts;

    /// <summary>net × price × factor, to the nearest kopeck.</summary>
    public static Money Appraise(decimal net, Money pricePerGram, decimal factor) =>
        new((long)Math.Round(net * pricePerGram.Kopecks * factor, MidpointRounding.AwayFromZero));
}

/// <summary>«Предмет залога», as it went into its ticket.</summary>
public sealed class PledgedItem
{
    private PledgedItem()
    {
    }

    public Guid Id { get; private set; }

    public Guid TicketId { get; private set; }

    /// <summary>From 1, in the order of «Перечень имущества».</summary>
    public int Ordinal { get; private set; }

    public string Kind { get; private set; } = "";

    public string Description { get; private set; } = "";

    /// <summary><c>Au</c>; empty for what isn't of metal.</summary>
    public string Metal { get; private set; } = "";

    public string Fineness { get; private set; } = "";

    public ItemFigures Figures { get; private set; } = new(0, 0, Money.Zero, 1, Money.Zero, Money.Zero);

    /// <summary>«Браслет, Au 585, общий вес 3,10, сумма займа 6 500», as the wizard says it.</summary>
    public string Summary => string.Join(", ", new[]
    {
        Kind,
        Metal.Length > 0 ? $"{Metal} {Fineness}" : "",
        Figures.Gross > 0 ? $"общий вес {Forms.ItemForm.BriefWeight(Figures.Gross)}" : "",
        $"сумма\u00A0займа\u00A0{Figures.Loan.BriefDigits}",
    }.Where(part => part.Length > 0));

    public static PledgedItem Create(
        Guid ticketId, int ordinal, string kind, string description, string metal, string fineness, ItemFigures figures) => new()
        {
            Id = Guid.CreateVersion7(),
            TicketId = ticketId,
            Ordinal = ordinal,
            Kind = kind,
            Description = description,
            Metal = metal,
            Fineness = fineness,
            Figures = figures,
        };
}
