namespace Kvell.Domain.Pledges.Issue;

/// <summary>
/// Rules before a loan is given of which the firm's policy says whether they forbid or warn. What the law or the document itself forbids
/// (age, an incomplete document, a loan above its appraisal) always forbids. Stored as a number: never renumber.
/// </summary>
[Flags]
public enum IssueBlocks
{
    None = 0,

    /// <summary>Outside the branch's hours.</summary>
    Hours = 1,

    /// <summary>«ПСК выше предельного значения»</summary>
    CostAboveCap = 2,

    /// <summary>«Нет предельного значения ПСК на эту дату»</summary>
    NoCap = 4,

    /// <summary>A ticket isn't printed.</summary>
    Unprinted = 8,

    /// <summary>A check of the client, or his consent, is too old.</summary>
    StaleChecks = 16,

    /// <summary>An item is on the list of what may not be pledged.</summary>
    StopList = 32,
}
