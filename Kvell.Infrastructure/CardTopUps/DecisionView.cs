using Kvell.Domain.CardTopUps;

namespace Kvell.Infrastructure.CardTopUps;

/// <summary>Panel «Решение» of a document, for the person who looks at it. All times are the branch's.</summary>
/// <param name="Advice">Who may do what, and from when: a sentence each.</param>
/// <param name="Proposal">Null while nothing is proposed.</param>
/// <param name="Journal">The newest first.</param>
public sealed record DecisionView(IReadOnlyList<string> Advice, DecisionRow? Proposal, IReadOnlyList<DecisionRow> Journal)
{
    public bool MayPropose { get; init; }

    public bool MayTakeBack { get; init; }

    /// <summary>Confirm or reject.</summary>
    public bool MayDecide { get; init; }

    public bool MayContinue { get; init; }

    public bool IsShown => Advice.Count > 0 || Journal.Count > 0;
}

/// <summary>A row of the journal.</summary>
/// <param name="AttemptNumber">The last attempt then, from 1.</param>
/// <param name="ByName">Empty where nobody did it.</param>
/// <param name="Answer">«№ 4471 от 24.10.2022 13:29»; only a proposal has one.</param>
public sealed record DecisionRow(
    Guid Id, int AttemptNumber, DateTime At, DecisionEvent Event, DecisionKind? Decision, string ByName, string? Answer, string Reason, string? FileName, int FileSize);
