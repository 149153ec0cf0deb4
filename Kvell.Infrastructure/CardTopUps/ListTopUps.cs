using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Branches;
using Kvell.Infrastructure.Lists;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.CardTopUps;

public sealed record TopUpFilter : ListFilter
{
    public TopUpState? State { get; init; }

    /// <summary>«Требует внимания», in whatever state.</summary>
    public bool NeedsAttention { get; init; }
}

/// <param name="CreatedAt">In <paramref name="Zone"/>, the branch's.</param>
public sealed record TopUpRow(
    Guid Id, DateTime CreatedAt, string Number, TopUpState State, bool NeedsAttention, Money Amount, string? CardMask,
    string PledgorName, Guid OperationId, string OperationNumber, string BranchName, string ReceiverName, TimeZoneInfo Zone);

/// <summary>The journal «Пополнение карты клиента».</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights, UserRole.Administrator)]
public sealed class ListTopUps(IDbContextFactory<KvellDbContext> contexts, TimeProvider time) : IUseCase
{
    public async Task<ListPage<TopUpRow>> ExecuteAsync(Actor actor, TopUpFilter filter, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var branches = await db.LoadVisibleBranchesAsync(actor, cancellationToken);
        var page = await TopUpList.Reader(db, actor, filter, branches, now).PageAsync(filter.Place, cancellationToken);
        return page.To(topUp => TopUpList.RowOf(topUp, branches[topUp.BranchId], now));
    }
}
