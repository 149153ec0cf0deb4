using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

/// <param name="ContentVersion">What <see cref="SaveDraft"/> must be given back.</param>
public sealed record DraftView(
    Guid Id, Guid BranchId, string BranchName, TimeZoneInfo Zone, GroupForm Form, int ContentVersion, DateTime SavedAt, bool IsPosted, bool IsClosed)
{
    /// <summary>«Операция по залогу» made by itself.</summary>
    public bool IsSingle => Form.IsSingle;
}

/// <summary>A draft as it was left, for its owner or a colleague of the branch.</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights)]
public sealed class LoadDraft(IDbContextFactory<KvellDbContext> contexts) : IUseCase
{
    /// <returns>Null: there is no such draft.</returns>
    public async Task<DraftView?> ExecuteAsync(Actor actor, Guid draftId, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var draft = await db.Set<GroupDraft>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == draftId, cancellationToken);
        if (draft is null)
            return null;
        actor.DemandDesk(draft.BranchId);
        var branch = await db.Set<Branch>().AsNoTracking().SingleAsync(row => row.Id == draft.BranchId, cancellationToken);
        return new DraftView(
            draft.Id, branch.Id, branch.Name, branch.Zone, DraftContent.Read(draft), draft.ContentVersion, draft.SavedAt, draft.PostedAt is not null, draft.ClosedAt is not null);
    }
}
