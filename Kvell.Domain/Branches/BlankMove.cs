using Kvell.Domain.Common;

namespace Kvell.Domain.Branches;

/// <summary>
/// A line of the blanks' journal: one blank went from a state to the next. What was clean, printed, spoiled or annulled at a past
/// moment follows from these alone.
/// </summary>
public sealed class BlankMove : IAppendOnly
{
    private BlankMove()
    {
    }

    public Guid Id { get; private set; }

    public Guid BlankId { get; private set; }

    public Guid BranchId { get; private set; }

    /// <summary>The blank's version after it: from 1, unique in the blank.</summary>
    public int Ordinal { get; private set; }

    public BlankState From { get; private set; }

    public BlankState To { get; private set; }

    public DateTime At { get; private set; }

    public Guid By { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>The ticket that it was printed for, also of one spoiled later.</summary>
    public Guid? DraftId { get; private set; }

    public int? TicketOrdinal { get; private set; }

    internal static BlankMove Of(TicketBlank blank, BlankState to, string? reason, Guid by, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(),
        BlankId = blank.Id,
        BranchId = blank.BranchId,
        Ordinal = blank.Version,
        From = blank.State,
        To = to,
        At = now,
        By = by,
        Reason = reason,
        DraftId = blank.DraftId,
        TicketOrdinal = blank.TicketOrdinal,
    };
}
