using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

/// <summary>Opens a new group for the next client, or «Операция по залогу» by itself.</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights)]
public sealed class OpenDraft(IDbContextFactory<KvellDbContext> contexts, TimeProvider time) : IUseCase
{
    /// <param name="branchId">Null: the actor's own.</param>
    /// <param name="isSingle">One operation by itself, not a group.</param>
    /// <returns>The draft's id; null when the actor has no branch and must choose one.</returns>
    public async Task<Guid?> ExecuteAsync(Actor actor, Guid? branchId, bool isSingle, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        if ((branchId ?? actor.BranchId) is not { } branch)
            return null;
        actor.DemandDesk(branch);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.Set<Branch>().AnyAsync(row => row.Id == branch, cancellationToken))
            throw new AccessDeniedException();
        var now = time.GetUtcNow().UtcDateTime;
        var draft = GroupDraft.Open(Guid.CreateVersion7(time.GetUtcNow()), branch, actor, now, isSingle);
        db.Add(draft);
        await db.SaveChangesAsync(cancellationToken);
        return draft.Id;
    }
}
