using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Branches;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Desk;

/// <param name="CreatedAt">In the branch's zone.</param>
public sealed record TodaysTopUp(Guid Id, DateTime CreatedAt, string Number, string PledgorName, Money Amount, TopUpState State);

/// <summary>«Пополнения за сегодня», the newest first.</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights, UserRole.Administrator)]
public sealed class ListTodaysTopUps(IDbContextFactory<KvellDbContext> contexts, TimeProvider time) : IUseCase
{
    private const int Shown = 20;

    public async Task<IReadOnlyList<TodaysTopUp>> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var branches = await db.LoadVisibleBranchesAsync(actor, cancellationToken);
        var (start, end) = branches.Values.TodayOf(now);
        var topUps = db.Set<CardTopUp>().AsNoTracking().Where(topUp => topUp.CreatedAt >= start && topUp.CreatedAt < end);
        if (actor.OnlyBranch() is { } only)
            topUps = topUps.Where(topUp => topUp.BranchId == only);
        var rows = await topUps
            .OrderByDescending(topUp => topUp.CreatedAt).ThenByDescending(topUp => topUp.Number)
            .Select(topUp => new { topUp.Id, topUp.BranchId, topUp.CreatedAt, topUp.Number, topUp.PledgorName, topUp.Amount, topUp.State })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Where(row => branches[row.BranchId].IsToday(row.CreatedAt, now)).Take(Shown).Select(row => new TodaysTopUp(
                row.Id, BranchZone.ToLocal(row.CreatedAt, branches[row.BranchId].Zone), row.Number, row.PledgorName, row.Amount, row.State)),
        ];
    }
}
