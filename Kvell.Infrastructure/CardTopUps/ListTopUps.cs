using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Branches;
using Kvell.Infrastructure.Lists;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.CardTopUps;

/// <param name="CreatedAt">In <paramref name="Zone"/>, the branch's.</param>
public sealed record TopUpRow(
    Guid Id, DateTime CreatedAt, string Number, TopUpState State, bool NeedsAttention, Money Amount, string? CardMask,
    string PledgorName, string OperationNumber, string BranchName, string ReceiverName, TimeZoneInfo Zone);

/// <summary>The journal «Пополнение карты клиента», the newest first.</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights, UserRole.Administrator)]
public sealed class ListTopUps(IDbContextFactory<KvellDbContext> contexts, TimeProvider time) : IUseCase
{
    public async Task<ListPage<TopUpRow>> ExecuteAsync(Actor actor, ListPlace? place, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var branches = await db.LoadVisibleBranchesAsync(actor, cancellationToken);
        var topUps = db.Set<CardTopUp>().AsNoTracking();
        if (actor.OnlyBranch() is { } only)
            topUps = topUps.Where(topUp => topUp.BranchId == only);
        var page = await topUps.ToPageAsync(topUp => topUp.CreatedAt, topUp => topUp.Id, place, cancellationToken);
        return page.To(topUp => new TopUpRow(
            topUp.Id, BranchZone.ToLocal(topUp.CreatedAt, branches[topUp.BranchId].Zone), topUp.Number, topUp.State,
            topUp.NeedsAttention(now), topUp.Amount, topUp.CardMask, topUp.PledgorName, topUp.OperationNumber,
            branches[topUp.BranchId].Name, topUp.CreatedByName, branches[topUp.BranchId].Zone));
    }
}
