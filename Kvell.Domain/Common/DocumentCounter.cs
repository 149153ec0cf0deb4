using System.Globalization;

namespace Kvell.Domain.Common;

/// <summary>
/// The next number of one kind of document in one branch. It is advanced in the document's own commit and carries a
/// concurrency token: no gaps, no doubles.
/// </summary>
public sealed class DocumentCounter
{
    private DocumentCounter()
    {
    }

    public Guid BranchId { get; private set; }

    public DocumentKind Kind { get; private set; }

    /// <summary>The number given last; also the concurrency token.</summary>
    public int Last { get; private set; }

    public static DocumentCounter Start(Guid branchId, DocumentKind kind, int last = 0) =>
        new() { BranchId = branchId, Kind = kind, Last = last };

    /// <summary>Takes the next number: <c>ЛВЕС-000014</c>.</summary>
    public string Next(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}-{Take():D6}");

    /// <summary>Takes the next number alone.</summary>
    public int Take() => ++Last;
}
