using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

/// <summary>Reads from a saved draft what the payout's button asks of it.</summary>
internal sealed class GroupDraftFactsReader : IGroupDraftFacts
{
    public async Task<GroupDraftFacts?> ReadAsync(KvellDbContext db, Guid draftId, CancellationToken cancellationToken)
    {
        var draft = await db.Set<GroupDraft>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == draftId, cancellationToken);
        if (draft is null)
            return null;

        // Once posted, the operations say what is cash; the draft's field is history.
        var form = DraftContent.Read(draft.Content);
        var isCashTyped = draft.PostedAt is null && form.Issue.CashAmount != Money.Zero;
        return new GroupDraftFacts(draft.BranchId, [.. GroupRules.TicketsOf(form).Select(ticket => PledgeTicket.NameOf(ticket.Ordinal))], isCashTyped);
    }
}
