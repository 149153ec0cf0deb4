using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

/// <summary>«Завершить»: payouts under way go on without the draft.</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights)]
public sealed class CloseDraft(IDbContextFactory<KvellDbContext> contexts, TimeProvider time) : IUseCase
{
    /// <returns>Null when it is closed.</returns>
    public async Task<Refusal?> ExecuteAsync(Actor actor, Guid draftId, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        return await contexts.DecideAsync(async db =>
        {
            var draft = await db.Set<GroupDraft>().SingleAsync(row => row.Id == draftId, cancellationToken);
            actor.DemandDesk(draft.BranchId);
            if (draft.ClosedAt is not null)
                return null;
            if (draft.PostedAt is null && await db.Set<TicketBlank>().AnyAsync(
                blank => blank.DraftId == draftId && blank.State == BlankState.Printed, cancellationToken))
                return new Refusal("Билеты напечатаны, но не проведены. Проведите их или отметьте бланки испорченными.");
            var now = time.GetUtcNow().UtcDateTime;
            draft.Close(now);
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }, cancellationToken);
    }
}
