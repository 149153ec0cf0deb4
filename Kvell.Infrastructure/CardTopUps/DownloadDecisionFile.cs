using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.CardTopUps;

/// <summary>KVELL's answer as it was put to a proposal.</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights, UserRole.Administrator)]
public sealed class DownloadDecisionFile(IDbContextFactory<KvellDbContext> contexts) : IUseCase
{
    /// <returns>Null where there is no such file.</returns>
    /// <exception cref="AccessDeniedException">The document is unknown, or another branch's.</exception>
    public async Task<DecisionFile?> ExecuteAsync(Actor actor, Guid topUpId, Guid entryId, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        await TopUpAccess.DemandAsync(contexts, actor, topUpId, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var entry = await db.Set<TopUpDecisionEntry>().AsNoTracking().Include(row => row.File)
            .SingleOrDefaultAsync(row => row.Id == entryId && row.TopUpId == topUpId, cancellationToken);
        return entry?.File is { } file ? new DecisionFile(entry.FileName!, entry.FileType!, file.Bytes) : null;
    }
}
