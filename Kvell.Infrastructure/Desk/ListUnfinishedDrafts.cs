using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Branches;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Desk;

/// <param name="SavedAt">In the branch's zone.</param>
/// <param name="IsOwn">False for a colleague's, whose name then stands beside it.</param>
/// <param name="IsSingle">«Операция по залогу» made by itself.</param>
public sealed record DraftRow(Guid Id, bool IsSingle, string Summary, DateTime SavedAt, string OwnerName, bool IsOwn, bool IsToday);

/// <summary>
/// «Незаконченное оформление»: drafts not closed with something typed in them, one's own first, then the branch's. An operation made by itself
/// is finished by posting: it goes on at its own page.
/// </summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights)]
public sealed class ListUnfinishedDrafts(IDbContextFactory<KvellDbContext> contexts, TimeProvider time) : IUseCase
{
    private const int Shown = 20;

    public async Task<IReadOnlyList<DraftRow>> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var branches = await db.LoadVisibleBranchesAsync(actor, cancellationToken);
        var drafts = db.Set<GroupDraft>().AsNoTracking().Where(draft => draft.ClosedAt == null && draft.Summary != "" && !(draft.IsSingle && draft.PostedAt != null));
        if (actor.OnlyDesk() is { } only)
            drafts = drafts.Where(draft => draft.BranchId == only);
        var rows = await drafts
            .OrderByDescending(draft => draft.OwnerId == actor.UserId).ThenByDescending(draft => draft.SavedAt)
            .Take(Shown)
            .Select(draft => new { draft.Id, draft.IsSingle, draft.BranchId, draft.Summary, draft.SavedAt, draft.OwnerId, draft.OwnerName })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new DraftRow(
                row.Id, row.IsSingle, row.Summary, BranchZone.ToLocal(row.SavedAt, branches[row.BranchId].Zone), row.OwnerName,
                row.OwnerId == actor.UserId, branches[row.BranchId].IsToday(row.SavedAt, now))),
        ];
    }
}
