using Kvell.Domain.Common;

namespace Kvell.Domain.Branches;

/// <summary>The document by which blanks came to a branch: a series, the first and the last number, when, by whom.</summary>
public sealed class BlankRange : IAppendOnly
{
    private BlankRange()
    {
    }

    public Guid Id { get; private set; }

    public Guid BranchId { get; private set; }

    public string Series { get; private set; } = "";

    public int First { get; private set; }

    public int Last { get; private set; }

    public DateTime ReceivedAt { get; private set; }

    public Guid ReceivedBy { get; private set; }

    public string ReceivedByName { get; private set; } = "";

    public int Count => Last - First + 1;

    /// <exception cref="IllegalTransitionException">The last number comes before the first.</exception>
    public static BlankRange Receive(Guid branchId, string series, int first, int last, Actor by, DateTime now)
    {
        if (last < first)
            throw new IllegalTransitionException($"A range from {first} to {last}.");
        return new BlankRange
        {
            Id = Guid.CreateVersion7(),
            BranchId = branchId,
            Series = series,
            First = first,
            Last = last,
            ReceivedAt = now,
            ReceivedBy = by.UserId,
            ReceivedByName = by.Name,
        };
    }

    /// <summary>Its blanks, all clean: they are added in the document's own commit.</summary>
    public IEnumerable<TicketBlank> Blanks() => Enumerable.Range(First, Count).Select(ordinal => TicketBlank.Receive(BranchId, Series, ordinal, Id));
}
