using Kvell.Domain.Common;
using Kvell.Infrastructure.Branches;
using Kvell.Infrastructure.Lists;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.RequestLog;

public sealed record RequestFilter : ListFilter
{
    /// <summary>One of <see cref="Domain.Gateway.GatewayMethods"/>.</summary>
    public string? Method { get; init; }

    public bool? Succeeded { get; init; }
}

/// <param name="StartedAt">In the branch's zone.</param>
public sealed record RequestRow(
    Guid Id, DateTime StartedAt, bool Succeeded, string Method, string Indicator, string Description, Guid? TopUpId);

/// <summary>«Логирование сервисов по пополнению карты клиента»</summary>
[AllowedTo(UserRole.FullRights, UserRole.Administrator)]
public sealed class ListRequests(IDbContextFactory<KvellDbContext> contexts) : IUseCase
{
    public async Task<ListPage<RequestRow>> ExecuteAsync(Actor actor, RequestFilter filter, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var branches = await db.LoadVisibleBranchesAsync(actor, cancellationToken);
        var page = await RequestList.Reader(db, filter, branches).PageAsync(filter.Place, cancellationToken);
        return page.To(line => new RequestRow(
            line.Id, RequestList.LocalTime(line.StartedAt, line.BranchId, branches), line.Succeeded, line.Method, line.Indicator, line.Description, line.TopUpId));
    }
}
