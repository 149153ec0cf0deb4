using Kvell.Domain.Branches;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.CardTopUps;

/// <summary>
/// Step 5: the documents «Пополнение карты клиента» are found or made, one for each operation, ever. A unique index has the
/// last word; who loses the race finds the winner's.
/// </summary>
public sealed class TopUpDocuments(IDbContextFactory<KvellDbContext> contexts, TimeProvider clock)
{
    /// <returns>Top-up ids by operation id.</returns>
    public Task<Dictionary<Guid, Guid>> FindOrMakeAsync(
        IReadOnlyCollection<Guid> operationIds, Branch branch, Actor actor, CancellationToken cancellationToken) =>
        contexts.DecideAsync(db => FindOrMakeAsync(db, operationIds, branch, actor, cancellationToken), cancellationToken);

    private async Task<Dictionary<Guid, Guid>> FindOrMakeAsync(
        KvellDbContext db, IReadOnlyCollection<Guid> operationIds, Branch branch, Actor actor, CancellationToken cancellationToken)
    {
        var found = await db.Set<CardTopUp>().Where(topUp => operationIds.Contains(topUp.OperationId))
            .ToDictionaryAsync(topUp => topUp.OperationId, topUp => topUp.Id, cancellationToken);
        var missing = operationIds.Where(id => !found.ContainsKey(id)).ToList();
        if (missing.Count == 0)
            return found;
        var counter = await db.Set<DocumentCounter>().SingleOrDefaultAsync(
            row => row.BranchId == branch.Id && row.Kind == DocumentKind.CardTopUp, cancellationToken);
        if (counter is null)
            db.Add(counter = DocumentCounter.Start(branch.Id, DocumentKind.CardTopUp));
        var operations = await db.Set<PledgeOperation>().Where(row => missing.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        foreach (var id in missing)
        {
            var made = CardTopUp.Create(counter.Next(branch.DocumentPrefix), operations[id], branch.Zone, actor, clock.GetUtcNow().UtcDateTime);
            operations[id].NoteTopUp();
            db.Add(made);
            found.Add(id, made.Id);
        }

        await db.SaveChangesAsync(cancellationToken);
        return found;
    }
}
