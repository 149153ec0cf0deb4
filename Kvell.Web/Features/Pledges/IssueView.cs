using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Domain.Pledges.Issue;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Pledges;

namespace Kvell.Web.Features.Pledges;

/// <summary>What the page knows for «Можно выдавать», as the database had it when it was read last.</summary>
public sealed class IssueView(DocumentsView view, GroupPayouts payouts, IReadOnlyList<TicketDraft> typed, Rates rates)
{
    private (DateOnly Date, Guid? Tariff)? _reckoned;
    private IReadOnlyList<CostVerdict> _costs = [];

    public IssueTerms Terms => view.Terms;

    /// <summary>A cashless receipt before the payout gives nothing out yet.</summary>
    public IReadOnlyList<IssueTicket> NotGiven { get; } = NotGivenOf(view, payouts, typed.ToDictionary(ticket => ticket.Ordinal, ticket => ticket.Kind));

    /// <summary>What stands in the way of giving them out.</summary>
    /// <param name="refusals">What is wrong with the form.</param>
    /// <param name="now">UTC.</param>
    public IReadOnlyList<IssueConcern> ConcernsOf(GroupForm form, IReadOnlyList<FieldRefusal> refusals, bool isPosted, DateTime now) => IssueRules.Check(
        new IssueFacts(form, refusals, isPosted, NotGiven, CostsOf(form.Issue, BranchZone.DayOf(now, Terms.Zone)), now) { NewHits = view.NewHits }, Terms);

    /// <summary>Reckoned anew when «Дата» or «Тариф» were typed over, not with every letter.</summary>
    private IReadOnlyList<CostVerdict> CostsOf(IssueForm issue, DateOnly today)
    {
        var date = view.LoanDate ?? issue.LoanDate(today) ?? today;
        var tariff = rates.Of(view.TariffId, date, issue.TariffId);
        if (_reckoned != (date, tariff?.Id))
        {
            _reckoned = (date, tariff?.Id);
            _costs = tariff is null ? [] : IssueCosts.Of(NotGiven, date, tariff.Periods, view.IssueDayBearsInterest, rates.Caps);
        }

        return _costs;
    }

    private static List<IssueTicket> NotGivenOf(DocumentsView view, GroupPayouts payouts, Dictionary<int, PledgeKind> kinds)
    {
        var paid = payouts.Tickets.Where(ticket => ticket.IsPaidToCard).Select(ticket => ticket.OperationId).ToHashSet();
        return
        [
            .. view.Tickets
                .Where(ticket => !ticket.IsZeroed && !(ticket.OperationId is { } id && paid.Contains(id)))
                .Where(ticket => !ticket.IsReceiptPrinted || (payouts.IsKvellInUse && !ticket.Cash.IsPositive))
                .Select(ticket => new IssueTicket(
                    ticket.Ordinal, ticket.BlankNumber is not null, ticket.Loan, kinds.GetValueOrDefault(ticket.Ordinal, PledgeKind.Other), ticket.LoanDate)),
        ];
    }
}
