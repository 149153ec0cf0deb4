using Kvell.Domain.Common;
using Kvell.Domain.Gateway;
using Kvell.Infrastructure.Branches;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.RequestLog;

/// <summary>A row of the log, opened. The bodies were masked when they were stored.</summary>
public sealed record RequestDetails(
    RequestRow Row, int? HttpStatus, int? DurationMilliseconds, string? RequestId, int? Attempt, string? RequestBody, string? ResponseBody);

[AllowedTo(UserRole.FullRights, UserRole.Administrator)]
public sealed class ShowRequest(IDbContextFactory<KvellDbContext> contexts) : IUseCase
{
    /// <returns>Null where there is no such row.</returns>
    public async Task<RequestDetails?> ExecuteAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var branches = await db.LoadVisibleBranchesAsync(actor, cancellationToken);
        var request = await db.Set<GatewayRequest>().AsNoTracking().SingleOrDefaultAsync(found => found.Id == id, cancellationToken);
        return request is null
            ? null
            : new RequestDetails(
                new RequestRow(
                    request.Id, RequestList.LocalTime(request.StartedAt, request.BranchId, branches), request.Succeeded, request.Method, request.Indicator,
                    request.Description, request.TopUpId),
                request.HttpStatus, request.DurationMilliseconds, request.RequestId, request.AttemptNumber, request.RequestBody,
                request.ResponseBody);
    }
}
