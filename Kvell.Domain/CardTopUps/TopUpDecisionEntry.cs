using Kvell.Domain.Common;

namespace Kvell.Domain.CardTopUps;

/// <summary>What persons did about a payout that nobody answers. Stored as numbers: never renumber.</summary>
public enum DecisionEvent
{
    Proposed = 1,

    Confirmed = 2,

    Rejected = 3,

    /// <summary>The proposal was overtaken: by a send, a confirm or KVELL's own answer. Nobody's act.</summary>
    Voided = 4,

    /// <summary>«Продолжить без проверки» (rule 14)</summary>
    ContinuedWithoutCheck = 5,
}

/// <summary>
/// A row of the journal of decisions, written in the commit of what it tells and never touched again. Only <see cref="CardTopUp"/> makes one.
/// </summary>
public sealed class TopUpDecisionEntry : IAppendOnly
{
    private TopUpDecisionEntry()
    {
    }

    public Guid Id { get; private set; }

    public Guid TopUpId { get; private set; }

    /// <summary>From 1 in each top-up, without gaps.</summary>
    public int Ordinal { get; private set; }

    /// <summary>The attempt that was the last one then, from 1.</summary>
    public int AttemptNumber { get; private set; }

    public DecisionEvent Event { get; private set; }

    /// <summary>Null where there was nothing to choose.</summary>
    public DecisionKind? Decision { get; private set; }

    /// <summary>Null where nobody did it.</summary>
    public Guid? ById { get; private set; }

    public string ByName { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>UTC, of KVELL's answer; only a proposal has one.</summary>
    public DateTime? AnsweredAt { get; private set; }

    public string? AnswerNumber { get; private set; }

    public string Reason { get; private set; } = "";

    public string? FileName { get; private set; }

    public string? FileType { get; private set; }

    /// <summary>In bytes.</summary>
    public int FileSize { get; private set; }

    /// <summary>In a table of its own: a journal is read without it.</summary>
    public TopUpDecisionFile? File { get; private set; }

    internal static TopUpDecisionEntry Of(CardTopUp topUp, DecisionEvent what, DecisionKind? decision, Actor? by, string reason, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        TopUpId = topUp.Id,
        Ordinal = topUp.DecisionCount + 1,
        AttemptNumber = topUp.Attempts.Count,
        Event = what,
        Decision = decision,
        ById = by?.UserId,
        ByName = by?.Name ?? "",
        At = now,
        Reason = reason,
    };

    internal static TopUpDecisionEntry Of(CardTopUp topUp, DecisionProposal proposal, Actor by, DateTime now)
    {
        var entry = Of(topUp, DecisionEvent.Proposed, proposal.Kind, by, proposal.Reason, now);
        (entry.AnsweredAt, entry.AnswerNumber) = (proposal.AnsweredAt, proposal.AnswerNumber);
        if (proposal.File is { } file)
        {
            (entry.FileName, entry.FileType, entry.FileSize) = (file.Name, file.ContentType, file.Bytes.Length);
            entry.File = TopUpDecisionFile.Of(entry.Id, file.Bytes);
        }

        return entry;
    }
}
