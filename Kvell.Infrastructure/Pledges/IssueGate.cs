using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Domain.Pledges.Issue;
using Kvell.Domain.Settings;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

/// <summary>Brings what <see cref="IssueRules"/> has to know from the database.</summary>
internal sealed class IssueGate : IIssueGate
{
    public static async Task<IssueTerms> ReadTermsAsync(KvellDbContext db, Branch branch, CancellationToken cancellationToken)
    {
        var policy = await db.Set<AccountingPolicy>().AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var stopList = await db.Set<StopListEntry>().AsNoTracking().OrderBy(entry => entry.Name).ToListAsync(cancellationToken);
        return new IssueTerms(policy?.Blocks ?? AccountingPolicy.DefaultBlocks, branch.OpensAt, branch.ClosesAt, branch.Zone, stopList);
    }

    /// <summary>What forbids posting beside the form's own refusals.</summary>
    public static async Task<IEnumerable<FieldRefusal>> BlocksOfAsync(
        KvellDbContext db, GroupForm form, IReadOnlyList<TicketDraft> tickets, Dictionary<int, string> blanks, IssueTerms terms, DateTime now, CancellationToken cancellationToken)
    {
        var today = BranchZone.DayOf(now, terms.Zone);
        var date = form.Issue.LoanDate(today) ?? today;
        var asked = tickets.Select(ticket => new IssueTicket(ticket.Ordinal, blanks.ContainsKey(ticket.Ordinal), ticket.Loan, ticket.Kind)).ToList();
        var tariff = Tariff.ChosenOn(date, form.Issue.TariffId, await db.Set<Tariff>().AsNoTracking().ToListAsync(cancellationToken));
        var costs = await CostsAsync(db, asked, date, tariff, await db.IssueDayBearsInterestAsync(cancellationToken), cancellationToken);
        return IssueRules.Check(new IssueFacts(form, [], IsPosted: false, asked, costs, now), terms).Where(concern => concern.Blocks).Select(concern => concern.AsRefusal());
    }

    public async Task<string?> RefusalOfAsync(
        KvellDbContext db, Guid draftId, Branch branch, IReadOnlyList<GroupLoan> payable, DateTime now, CancellationToken cancellationToken)
    {
        var form = DraftContent.Read(await db.Set<GroupDraft>().AsNoTracking().SingleAsync(draft => draft.Id == draftId, cancellationToken));
        var terms = await ReadTermsAsync(db, branch, cancellationToken);
        var kinds = GroupRules.TicketsOf(form).ToDictionary(ticket => ticket.Ordinal, ticket => ticket.Kind);
        IssueTicket TicketOf(GroupLoan loan) => new(
            loan.Ticket.Ordinal, loan.Ticket.BlankNumber is not null, loan.Operation.LoanAmount, kinds.GetValueOrDefault(loan.Ticket.Ordinal, PledgeKind.Other), loan.Operation.LoanDate);

        // A loan that was given today's date may be reckoned by another version than the rest.
        var costs = new List<CostVerdict>();
        foreach (var alike in payable.GroupBy(loan => (loan.Operation.TariffId, loan.Operation.LoanDate, loan.Operation.IssueDayBearsInterest)))
        {
            var tariff = await db.Set<Tariff>().AsNoTracking().SingleOrDefaultAsync(version => version.Id == alike.Key.TariffId, cancellationToken);
            costs.AddRange(await CostsAsync(db, [.. alike.Select(TicketOf)], alike.Key.LoanDate, tariff, alike.Key.IssueDayBearsInterest, cancellationToken));
        }

        var facts = new IssueFacts(form, GroupRules.Check(form, now, branch.Zone), IsPosted: true, [.. payable.Select(TicketOf)], costs, now)
        {
            NewHits = await db.NewHitsAsync(form, BranchZone.DayOf(now, branch.Zone), branch.Zone, cancellationToken),
        };
        return IssueRules.FirstBlock(IssueRules.Check(facts, terms)) is { } concern ? $"Выдавать нельзя: {concern.Sentence}." : null;
    }

    private static async Task<IReadOnlyList<CostVerdict>> CostsAsync(
        KvellDbContext db, IReadOnlyList<IssueTicket> tickets, DateOnly date, Tariff? tariff, bool issueDayBearsInterest, CancellationToken cancellationToken)
    {
        if (tariff is null)
            return [];
        var caps = await db.Set<FullCostCap>().AsNoTracking().Where(cap => cap.From <= date && cap.Through >= date).ToListAsync(cancellationToken);
        return IssueCosts.Of(tickets, date, tariff.Periods, issueDayBearsInterest, caps);
    }
}
