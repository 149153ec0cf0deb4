using Kvell.Domain.Common;
using Kvell.Domain.Pledges.Issue;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Settings;

/// <summary>What the firm doesn't take in pledge, the rows in force first.</summary>
[AllowedTo(UserRole.FullRights, UserRole.Administrator)]
public sealed class ShowStopList(IDbContextFactory<KvellDbContext> contexts) : IUseCase
{
    public async Task<IReadOnlyList<StopListEntry>> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<StopListEntry>().AsNoTracking().OrderByDescending(entry => entry.From).ThenBy(entry => entry.Name).ToListAsync(cancellationToken);
    }
}

/// <summary>A new row of the stop-list, or a change to one; it ends by its last day, nothing is deleted.</summary>
[AllowedTo(UserRole.FullRights)]
public sealed class SaveStopListEntry(IDbContextFactory<KvellDbContext> contexts, TimeProvider time) : IUseCase
{
    /// <param name="seen">The row that the form was filled from; null for a new one.</param>
    public async Task<SaveAnswer> ExecuteAsync(Actor actor, StopListEntry? seen, StopListForm form, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        var now = time.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(now);
        if (form.Check(today) is { Count: > 0 } refusals)
            return SaveAnswer.Refuse(refusals);
        return await contexts.DecideAsync(async db =>
        {
            if (seen is null)
            {
                db.Add(StopListEntry.Create(Guid.CreateVersion7(now), form, today, actor, now));
            }
            else
            {
                var entry = await db.Set<StopListEntry>().SingleAsync(row => row.Id == seen.Id, cancellationToken);
                if (entry.Version != seen.Version)
                    return SaveAnswer.Refuse([new Refusal($"Строку только что изменил {entry.ChangedByName}. Закройте окно и откройте её ещё раз.")]);
                entry.Change(form, today, actor, now);
            }

            await db.SaveChangesAsync(cancellationToken);
            return SaveAnswer.Done;
        }, cancellationToken);
    }
}
