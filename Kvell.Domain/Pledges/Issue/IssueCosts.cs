using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges.Issue;

/// <summary>What the loans of a group cost.</summary>
public static class IssueCosts
{
    /// <summary>Equal loans cost the same, and are reckoned once.</summary>
    public static IReadOnlyList<CostVerdict> Of(
        IEnumerable<IssueTicket> tickets, DateOnly date, IReadOnlyList<TariffPeriod> periods, bool issueDayBearsInterest, IReadOnlyCollection<FullCostCap> caps) =>
    [
        .. tickets.Where(ticket => ticket.Loan.IsPositive)
            .Select(ticket => (ticket.Loan, ticket.Kind)).Distinct()
            .Select(loan => CostVerdict.Of(new LoanTerms(loan.Loan, date, periods, issueDayBearsInterest), loan.Kind, caps)),
    ];
}
