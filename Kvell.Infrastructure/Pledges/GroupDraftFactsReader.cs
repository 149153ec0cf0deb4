using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

/// <summary>Tells the payouts' rules what is typed on a draft. Once it is posted, its operations say what was typed as cash.</summary>
internal sealed class GroupDraftFactsReader : IGroupDraftFacts
{
    public async Task<GroupDraftFacts?> ReadAsync(KvellDbContext db, Guid draftId, CancellationToken cancellationToken)
    {
        var draft = await db.Set<GroupDraft>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == draftId, cancellationToken);
        if (draft is null)
            return null;
        var form = DraftContent.Read(draft);
        return new GroupDraftFacts(
            draft.BranchId,
            [.. GroupRules.TicketsOf(form).Select(ticket => ticket.Name)],
            draft.PostedAt is null && form.Issue.CashAmount != Money.Zero);
    }
}
