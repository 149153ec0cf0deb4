using System.Globalization;
using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges;

/// <summary>«Залоговый билет»: several items may share one.</summary>
public sealed class PledgeTicket
{
    private PledgeTicket()
    {
    }

    public Guid Id { get; private set; }

    public Guid BranchId { get; private set; }

    public Guid DraftId { get; private set; }

    /// <summary>From 1; unique in the draft.</summary>
    public int Ordinal { get; private set; }

    public Money Appraisal { get; private set; }

    public Money LoanAmount { get; private set; }

    /// <summary>Number of the printed blank, or null when not printed yet.</summary>
    public string? BlankNumber { get; private set; }

    public string Name => NameOf(Ordinal);

    public static PledgeTicket Create(Guid branchId, Guid draftId, int ordinal, Money appraisal, Money loan, string? blankNumber) => new()
    {
        Id = Guid.CreateVersion7(),
        BranchId = branchId,
        DraftId = draftId,
        Ordinal = ordinal,
        Appraisal = appraisal,
        LoanAmount = loan,
        BlankNumber = blankNumber,
    };

    /// <summary>«Билет №01»</summary>
    public static string NameOf(int ordinal) => string.Create(CultureInfo.InvariantCulture, $"Билет №{ordinal:D2}");

    public void NotePrinted(string blankNumber) => BlankNumber = blankNumber;

    /// <summary>The printed blank was spoiled: the ticket wants another.</summary>
    public void NoteSpoiled() => BlankNumber = null;
}
