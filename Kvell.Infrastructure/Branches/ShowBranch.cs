using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Pledges;
using Kvell.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Branches;

/// <summary>Tab «Основное» of a branch.</summary>
/// <param name="HasDocuments">Numbers were given under its prefix: it can't be changed any more.</param>
/// <param name="NextBlank">The next clean one, or null.</param>
public sealed record BranchView(StoredForm<BranchForm> Stored, bool HasDocuments, Money CashBalance, int CleanBlanks, string? NextBlank);

[AllowedTo(UserRole.FullRights, UserRole.Administrator)]
public sealed class ShowBranch(IDbContextFactory<KvellDbContext> contexts) : IUseCase
{
    /// <returns>Null where there is no such branch.</returns>
    public async Task<BranchView?> ExecuteAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var branch = await db.Set<Branch>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (branch is null)
            return null;
        var clean = db.CleanBlanks(id).AsNoTracking();
        var next = await clean.FirstOrDefaultAsync(cancellationToken);
        return new BranchView(
            new StoredForm<BranchForm>(BranchForm.Of(branch), branch.Version, branch.ChangedByName, branch.ChangedAt),
            await db.HasDocumentsAsync(id, cancellationToken),
            branch.CashBalance,
            await clean.CountAsync(cancellationToken),
            next?.Number);
    }
}
