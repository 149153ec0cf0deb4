using Kvell.Domain.Branches;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Domain.Pledges.Issue;
using Kvell.Domain.Settings;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Persistence;
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

    public async Task<string?> RefusalOfAsync(
        KvellDbContext db, Guid draftId, Branch branch, IReadOnlyList<GroupLoan> payable, DateTime now, CancellationToken cancellationToken)
    {
        var form = DraftContent.Read(await db.Set<GroupDraft>().Where(draft => draft.Id == draftId).Select(draft => draft.Content).SingleAsync(cancellationToken));
        var terms = await ReadTermsAsync(db, branch, cancellationToken);
        var tickets = payable.Select(loan => new IssueTicket(loan.Ticket.Ordinal, loan.Ticket.BlankNumber is not null, loan.Operation.LoanDate)).ToList();
        return IssueRules.FirstBlock(IssueRules.Check(form, GroupRules.Check(form, now, branch.Zone), isPosted: true, tickets, terms, now)) is { } concern
            ? $"Выдавать нельзя: {concern.Sentence}."
            : null;
    }
}
