using Kvell.Domain.Common;

namespace Kvell.Domain.Branches;

public enum BlankState
{
    Clean,
    Printed,
    Spoiled,

    /// <summary>Printed, and its operation was zeroed: kept with its reason.</summary>
    Annulled,
}

/// <summary>A numbered form (БСО) on which a pledge ticket is printed: <c>ГП00000063</c>.</summary>
public sealed class TicketBlank
{
    private TicketBlank()
    {
    }

    public Guid Id { get; private set; }

    public Guid BranchId { get; private set; }

    public string Series { get; private set; } = "";

    public int Ordinal { get; private set; }

    public BlankState State { get; private set; }

    /// <summary>The draft and the ticket in it that the blank was printed for.</summary>
    public Guid? DraftId { get; private set; }

    public int? TicketOrdinal { get; private set; }

    public DateTime? UsedAt { get; private set; }

    public Guid? UsedBy { get; private set; }

    public string? SpoiltReason { get; private set; }

    /// <summary>Concurrency token: two receivers who print at once never take the same blank.</summary>
    public int Version { get; private set; }

    public string Number => $"{Series}{Ordinal:D8}";

    public static TicketBlank Receive(Guid branchId, string series, int ordinal) => new()
    {
        Id = Guid.CreateVersion7(),
        BranchId = branchId,
        Series = series,
        Ordinal = ordinal,
    };

    /// <exception cref="IllegalTransitionException">The blank is not clean.</exception>
    public void PrintFor(Guid draftId, int ticketOrdinal, Guid by, DateTime now)
    {
        if (State != BlankState.Clean)
            throw new IllegalTransitionException($"Blank {Number} is {State}, not clean.");
        (State, DraftId, TicketOrdinal, UsedBy, UsedAt) = (BlankState.Printed, draftId, ticketOrdinal, by, now);
        Version++;
    }

    /// <exception cref="IllegalTransitionException">The blank is spoiled or annulled already.</exception>
    public void Spoil(string reason, Guid by, DateTime now)
    {
        if (State is BlankState.Spoiled or BlankState.Annulled)
            throw new IllegalTransitionException($"Blank {Number} is {State} already.");
        (State, SpoiltReason, UsedBy, UsedAt) = (BlankState.Spoiled, reason, by, now);
        Version++;
    }

    /// <exception cref="IllegalTransitionException">No ticket is printed on it.</exception>
    public void Annul(string reason, Guid by, DateTime now)
    {
        if (State != BlankState.Printed)
            throw new IllegalTransitionException($"Blank {Number} is {State}, not printed.");
        (State, SpoiltReason, UsedBy, UsedAt) = (BlankState.Annulled, reason, by, now);
        Version++;
    }
}
