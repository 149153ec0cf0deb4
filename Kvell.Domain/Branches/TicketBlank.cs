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
    private readonly List<BlankMove> _moves = [];

    private TicketBlank()
    {
    }

    public Guid Id { get; private set; }

    public Guid BranchId { get; private set; }

    /// <summary>The document by which it came; null for one that was there before such documents were kept, and for plain paper.</summary>
    public Guid? RangeId { get; private set; }

    /// <summary>No blank was taken: the number was given by the branch's counter.</summary>
    public bool IsPlainPaper { get; private set; }

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

    /// <summary>Each state it went through: the columns above say the last alone.</summary>
    public IReadOnlyCollection<BlankMove> Moves => _moves;

    public string Number => NumberOf(Series, Ordinal);

    /// <summary><c>ГП00000063</c></summary>
    public static string NumberOf(string series, int ordinal) => $"{series}{ordinal:D8}";

    /// <summary>Of numbers on plain paper: the hyphen keeps it apart from every series that is received.</summary>
    public static string PlainSeriesOf(string documentPrefix) => $"{documentPrefix}-Б";

    public static TicketBlank Receive(Guid branchId, string series, int ordinal, Guid? rangeId = null) => new()
    {
        Id = Guid.CreateVersion7(),
        BranchId = branchId,
        RangeId = rangeId,
        Series = series,
        Ordinal = ordinal,
    };

    /// <summary>A ticket on plain paper, printed as it is made.</summary>
    public static TicketBlank OnPlainPaper(Branch branch, DocumentCounter counter, Guid draftId, int ticketOrdinal, Guid by, DateTime now)
    {
        var blank = Receive(branch.Id, PlainSeriesOf(branch.DocumentPrefix), counter.Take());
        blank.IsPlainPaper = true;
        blank.PrintFor(draftId, ticketOrdinal, by, now);
        return blank;
    }

    /// <exception cref="IllegalTransitionException">The blank is not clean.</exception>
    public void PrintFor(Guid draftId, int ticketOrdinal, Guid by, DateTime now)
    {
        if (State != BlankState.Clean)
            throw new IllegalTransitionException($"Blank {Number} is {State}, not clean.");
        (DraftId, TicketOrdinal) = (draftId, ticketOrdinal);
        Move(BlankState.Printed, null, by, now);
    }

    /// <exception cref="IllegalTransitionException">The blank is spoiled or annulled already.</exception>
    public void Spoil(string reason, Guid by, DateTime now)
    {
        if (State is BlankState.Spoiled or BlankState.Annulled)
            throw new IllegalTransitionException($"Blank {Number} is {State} already.");
        Move(BlankState.Spoiled, reason, by, now);
    }

    /// <exception cref="IllegalTransitionException">No ticket is printed on it.</exception>
    public void Annul(string reason, Guid by, DateTime now)
    {
        if (State != BlankState.Printed)
            throw new IllegalTransitionException($"Blank {Number} is {State}, not printed.");
        Move(BlankState.Annulled, reason, by, now);
    }

    private void Move(BlankState to, string? reason, Guid by, DateTime now)
    {
        Version++;
        _moves.Add(BlankMove.Of(this, to, reason, by, now));
        (State, SpoiltReason, UsedBy, UsedAt) = (to, reason, by, now);
    }
}
