using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges.Forms;

/// <summary>A row of «Перечень имущества».</summary>
public sealed class ItemForm
{
    /// <summary>Instead of a ticket's ordinal: the item's ticket was cancelled.</summary>
    public const int NoTicket = 0;

    private ItemNumbers? _numbers;

    public string Kind { get; set => Write(ref field, value); } = "";

    public string Description { get; set => Write(ref field, value); } = "";

    public string Metal { get; set => Write(ref field, value); } = "Au";

    public string Fineness { get; set => Write(ref field, value); } = "585";

    public string Gross { get; set => Write(ref field, value); } = "";

    public string Inserts { get; set => Write(ref field, value); } = "";

    public string Price { get; set => Write(ref field, value); } = "";

    public string Factor { get; set => Write(ref field, value); } = "";

    /// <summary>Typed over the reckoned one; empty when it isn't.</summary>
    public string TypedAppraisal { get; set => Write(ref field, value); } = "";

    public string Loan { get; set => Write(ref field, value); } = "";

    /// <summary>The ordinal of its ticket.</summary>
    public int Ticket { get; set => Write(ref field, value); } = 1;

    /// <summary>The row that waits under the last item: only what a new row brings along.</summary>
    public bool IsBlank => TypedText.IsBlank(Kind) && TypedText.IsBlank(Description) && TypedText.IsBlank(Gross) && TypedText.IsBlank(Inserts)
        && TypedText.IsBlank(TypedAppraisal) && TypedText.IsBlank(Loan);

    public bool HasTicket => Ticket != NoTicket;

    public bool HasMetal => Metal.Length > 0;

    public decimal? Net => Numbers.Net;

    /// <summary>net × price × factor, while all three can be read.</summary>
    public Money? ReckonedAppraisal => Numbers.Reckoned;

    public Money? Appraisal => Numbers.Appraisal;

    public Money? LoanAmount => Numbers.Loan;

    /// <summary>What its texts mean, read once for each change.</summary>
    public ItemNumbers Numbers => _numbers ??= ItemNumbers.Read(this);

    /// <summary>How often something in it became another text: who saw it at the same count saw the same.</summary>
    public int Changes { get; private set; }

    /// <summary>«Браслет, Au 585, общий вес 3,10, сумма займа 6 500»</summary>
    public string Summary
    {
        get
        {
            var parts = new List<string> { TypedText.Trimmed(Kind) };
            if (HasMetal)
                parts.Add($"{Metal} {Fineness}");
            if (Numbers.Gross is { } gross)
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

    /// <summary>Only of a row that <see cref="ItemRules"/> let pass.</summary>
    public ItemFigures ToFigures() => new(
        Numbers.Gross ?? 0, Numbers.Inserts ?? 0, Numbers.Price ?? Money.Zero, Numbers.Factor ?? 1, Appraisal!.Value, LoanAmount!.Value);

    /// <summary><c>2</c>, <c>3,10</c>: a fraction only where there is one.</summary>
    public static string BriefWeight(decimal grams) => grams == decimal.Truncate(grams) ? decimal.Truncate(grams).ToString(Russian.Numbers) : Weight(grams);

    /// <summary><c>3,10</c>: two digits after the comma, a third where there is one.</summary>
    public static string Weight(decimal grams) =>
        grams.ToString("#,0.00#", Russian.Numbers);

    private void Write<T>(ref T field, T value)
    {
        if (EqualityComparer<T>.Default.Equals(field, value))
            return;
        (field, _numbers) = (value, null);
        Changes++;
    }
}
