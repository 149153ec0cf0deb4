using Kvell.Domain.Branches;

namespace Kvell.Infrastructure.Branches;

/// <summary>The movement report's figures, in their order on the page.</summary>
public enum BlankFigure
{
    OpeningClean,
    Received,
    Printed,
    Plain,
    Spoiled,
    Annulled,
    ClosingClean,
}

/// <summary>Clean blanks that follow each other.</summary>
public sealed record BlankRun(string First, string Last, int Count);

/// <summary>A document by which blanks came.</summary>
/// <param name="At">In the branch's time.</param>
public sealed record BlankReceipt(Guid Id, BlankRun Run, DateTime At, string ByName);

/// <summary>One blank that moved.</summary>
/// <param name="Number">Of the blank.</param>
/// <param name="StateNow">What it is now, which may be more than the move made of it.</param>
/// <param name="Ticket">«Билет №01», or null where none was printed on it.</param>
/// <param name="OperationId">Null while that ticket isn't posted.</param>
/// <param name="At">Of the move, in the branch's time.</param>
public sealed record BlankLine(
    Guid Id, string Number, BlankState StateNow, string? Ticket, Guid? OperationId, string? OperationNumber, DateTime At, string ByName, string? Reason);

/// <summary>What stands behind one figure: runs of clean blanks, documents, or the moves one by one.</summary>
/// <param name="Lines">At most <see cref="MostLines"/>.</param>
public sealed record BlankDetails(BlankFigure Figure, IReadOnlyList<BlankRun> Runs, IReadOnlyList<BlankReceipt> Receipts, IReadOnlyList<BlankLine> Lines)
{
    public const int MostLines = 500;

    public bool IsCut => Lines.Count == MostLines;
}

/// <summary>The movement of a branch's blanks in a period, both days included.</summary>
/// <param name="Printed">On blanks; tickets on plain paper are <paramref name="Plain"/> and take none.</param>
/// <param name="Spoiled">All of them.</param>
/// <param name="SpoiledClean">Those among them that nothing had been printed on.</param>
/// <param name="CleanNow">At this moment, whatever the period.</param>
public sealed record BlankReport(
    string BranchName, DateOnly From, DateOnly To, DateOnly Today, int Opening, int Received, int Printed, int Plain, int Spoiled, int SpoiledClean, int Annulled,
    int CleanNow, string? NextBlank, bool IsOnPlainPaper, BlankDetails Details)
{
    public int Closing => Opening + Received - Printed - SpoiledClean;

    public int this[BlankFigure figure] => figure switch
    {
        BlankFigure.OpeningClean => Opening,
        BlankFigure.Received => Received,
        BlankFigure.Printed => Printed,
        BlankFigure.Plain => Plain,
        BlankFigure.Spoiled => Spoiled,
        BlankFigure.Annulled => Annulled,
        _ => Closing,
    };
}
