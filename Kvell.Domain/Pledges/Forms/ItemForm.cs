using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges.Forms;

/// <summary>A row of «Перечень имущества».</summary>
public sealed class ItemForm
{
    /// <summary>Instead of a ticket's ordinal: the item's ticket was cancelled.</summary>
    public const int NoTicket = 0;

    public string Kind { get; set; } = "";

    public string Description { get; set; } = "";

    public string Metal { get; set; } = "Au";

    public string Fineness { get; set; } = "585";

    public string Gross { get; set; } = "";

    public string Inserts { get; set; } = "";

    public string Price { get; set; } = "";

    public string Factor { get; set; } = "";

    /// <summary>Typed over the reckoned one; empty when it isn't.</summary>
    public string TypedAppraisal { get; set; } = "";

    public string Loan { get; set; } = "";

    /// <summary>The ordinal of its ticket.</summary>
    public int Ticket { get; set; } = 1;

    /// <summary>The row that waits under the last item: only what a new row brings along.</summary>
    public bool IsBlank => new[] { Kind, Description, Gross, Inserts, TypedAppraisal, Loan }.All(TypedText.IsBlank);

    public bool HasTicket => Ticket != NoTicket;

    public bool HasMetal => Metal.Length > 0;

    public decimal? Net => TypedText.TryDecimal(Gross, 3, out var gross) && TryInserts(out var inserts) && gross > inserts
        ? gross - inserts
        : null;

    /// <summary>net × price × factor, while all three can be read.</summary>
    public Money? ReckonedAppraisal => Net is { } net && TypedText.TryMoney(Price, out var price) && TryFactor(out var factor)
        ? ItemFigures.Appraise(net, price, factor)
        : null;

    public Money? Appraisal
    {
        get
        {
            if (TypedText.IsBlank(TypedAppraisal))
                return ReckonedAppraisal;
            return TypedText.TryMoney(TypedAppraisal, out var typed) ? typed : null;
        }
    }

    public Money? LoanAmount => TypedText.TryMoney(Loan, out var loan) ? loan : null;

    /// <summary>«Браслет, Au 585, общий вес 3,10, сумма займа 6 500»</summary>
    public string Summary
    {
        get
        {
            var parts = new List<string> { TypedText.Trimmed(Kind) };
            if (HasMetal)
                parts.Add($"{Metal} {Fineness}");
            if (TypedText.TryDecimal(Gross, 3, out var gross))
                parts.Add($"общий вес {BriefWeight(gross)}");
            if (LoanAmount is { } loan)
                parts.Add($"сумма\u00A0займа\u00A0{loan.BriefDigits}");
            return string.Join(", ", parts.Where(part => part.Length > 0));
        }
    }

    /// <summary>A row that repeats this one, in a ticket of its own.</summary>
    public ItemForm Repeat(int ticket)
    {
        var copy = (ItemForm)MemberwiseClone();
        copy.Ticket = ticket;
        return copy;
    }

    public bool TryInserts(out decimal inserts)
    {
        inserts = 0;
        return TypedText.IsBlank(Inserts) || TypedText.TryDecimal(Inserts, 3, out inserts);
    }

    public bool TryFactor(out decimal factor)
    {
        factor = 1;
        return TypedText.IsBlank(Factor) || TypedText.TryDecimal(Factor, 3, out factor);
    }

    /// <summary>Only of a row that <see cref="ItemRules"/> let pass.</summary>
    public ItemFigures ToFigures()
    {
        _ = TypedText.TryDecimal(Gross, 3, out var gross);
        _ = TryInserts(out var inserts);
        _ = TryFactor(out var factor);
        _ = TypedText.TryMoney(Price, out var price);
        return new ItemFigures(gross, inserts, price, factor, Appraisal!.Value, LoanAmount!.Value);
    }

    /// <summary><c>2</c>, <c>3,10</c>: a fraction only where there is one.</summary>
    public static string BriefWeight(decimal grams) => grams == decimal.Truncate(grams) ? decimal.Truncate(grams).ToString(Russian.Numbers) : Weight(grams);

    /// <summary><c>3,10</c>: two digits after the comma, a third where there is one.</summary>
    public static string Weight(decimal grams) =>
        grams.ToString("#,0.00#", Russian.Numbers);
}
