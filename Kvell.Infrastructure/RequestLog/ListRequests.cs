using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Domain.Gateway;
using Kvell.Infrastructure.Branches;
using Kvell.Infrastructure.Lists;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.RequestLog;

/// <param name="StartedAt">In the branch's zone.</param>
public sealed record RequestRow(
    Guid Id, DateTime StartedAt, bool Succeeded, string Method, string Indicator, string Description, Guid? TopUpId);

/// <summary>«Логирование сервисов по пополнению карты клиента», the newest first.</summary>
[AllowedTo(UserRole.FullRights, UserRole.Administrator)]
public sealed class ListRequests(IDbContextFactory<KvellDbContext> contexts) : IUseCase
{
    public async Task<ListPage<RequestRow>> ExecuteAsync(Actor actor, ListPlace? place, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var branches = await db.LoadVisibleBranchesAsync(actor, cancellationToken);
        var page = await db.Set<GatewayRequest>().AsNoTracking()
            .ToPageAsync(request => request.StartedAt, request => request.Id, place, cancellationToken);
        return page.To(request => new RequestRow(
            request.Id, RequestTime.Local(request, branches), request.Succeeded, request.Method, request.Indicator, request.Description, request.TopUpId));
    }
}

internal static class RequestTime
{
    /// <summary>A row without a branch is shown in UTC.</summary>
    public static DateTime Local(GatewayRequest request, Dictionary<Guid, Branch> branches) =>
        request.BranchId is { } id && branches.TryGetValue(id, out var branch)
            ? BranchZone.ToLocal(request.StartedAt, branch.Zone)
            : request.StartedAt;
}
