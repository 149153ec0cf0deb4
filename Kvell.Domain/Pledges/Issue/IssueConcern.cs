using Kvell.Domain.Common;
using Kvell.Domain.Pledges.Forms;

namespace Kvell.Domain.Pledges.Issue;

/// <summary>What stands in the way of giving a loan, in one sentence.</summary>
/// <param name="Field">The element that a press jumps to, on its <paramref name="Tab"/>.</param>
/// <param name="Blocks">Forbids; else it only warns.</param>
public sealed record IssueConcern(string Sentence, WizardTab Tab, string Field, bool Blocks)
{
    /// <summary>As posting refuses it.</summary>
    public FieldRefusal AsRefusal() => new(Tab, Field, "Проверки перед выдачей", Sentence, RefusalKind.Wrong);
}

/// <summary>A loan that wasn't given out yet.</summary>
/// <param name="PostedFor">The posted loan's date; null before it is posted.</param>
/// <param name="Kind">Of the pledge, as the caps tell it apart.</param>
public sealed record IssueTicket(int Ordinal, bool IsPrinted, Money Loan, PledgeKind Kind, DateOnly? PostedFor = null);

/// <summary>A group, as it stands before its loans are given out.</summary>
/// <param name="Refusals">What <see cref="GroupRules"/> says of the form.</param>
/// <param name="Tickets">Those not given out yet. None of a posted group: nothing is left to say.</param>
/// <param name="Costs">What those loans cost, against the caps.</param>
/// <param name="Now">UTC.</param>
public sealed record IssueFacts(
    GroupForm Form, IReadOnlyList<FieldRefusal> Refusals, bool IsPosted, IReadOnlyList<IssueTicket> Tickets, IReadOnlyList<CostVerdict> Costs, DateTime Now)
{
    /// <summary>What was found out about the client after his loans were posted.</summary>
    public IReadOnlyList<FieldRefusal> NewHits { get; init; } = [];
}

/// <summary>What the firm and the branch say about giving loans, as the database has it.</summary>
/// <param name="Blocks">Rules that forbid rather than warn.</param>
/// <param name="OpensAt">The branch's hours, in its zone; closing time is out of them.</param>
public sealed record IssueTerms(IssueBlocks Blocks, TimeOnly OpensAt, TimeOnly ClosesAt, TimeZoneInfo Zone, IReadOnlyList<StopListEntry> StopList)
{
    public bool Forbids(IssueBlocks rule) => Blocks.HasFlag(rule);
}
