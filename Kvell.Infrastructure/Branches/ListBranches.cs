using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Domain.Settings;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Branches;

/// <param name="Kvell">How the gateway stands there: ready, what lacks, or not in use.</param>
public sealed record BranchRow(Guid Id, string Name, string Prefix, string Zone, string Hours, Money Cash, int CleanBlanks, KvellReadiness Kvell);

/// <summary>«Филиалы»</summary>
[AllowedTo(UserRole.FullRights, UserRole.Administrator)]
public sealed class ListBranches(IDbContextFactory<KvellDbContext> contexts, KvellReadinessCheck readiness) : IUseCase
{
    public async Task<IReadOnlyList<BranchRow>> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var branches = await db.Set<Branch>().AsNoTracking().OrderBy(branch => branch.Name).ToListAsync(cancellationToken);
        var blanks = await db.Set<TicketBlank>().Where(blank => blank.State == BlankState.Clean)
            .GroupBy(blank => blank.BranchId).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var kvell = await readiness.CheckAllAsync(db, [.. branches.Select(branch => branch.Id)], cancellationToken);
        return
        [
            .. branches.Select(branch => new BranchRow(
                branch.Id, branch.Name, branch.DocumentPrefix, RussianZones.NameOf(branch.TimeZoneId), $"{branch.OpensAt:HH\\:mm}–{branch.ClosesAt:HH\\:mm}",
                branch.CashBalance, blanks.GetValueOrDefault(branch.Id), kvell[branch.Id])),
        ];
    }
}
