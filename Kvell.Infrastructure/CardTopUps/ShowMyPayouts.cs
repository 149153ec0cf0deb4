using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.CardTopUps;

/// <summary>How a payout stands that the actor himself began.</summary>
/// <param name="Attempt">The last one's number.</param>
/// <param name="StartedAt">UTC, when the last attempt began.</param>
public sealed record MyPayout(
    Guid TopUpId, Guid OperationId, Guid DraftId, int Attempt, DateTime StartedAt, TopUpState State, string PledgorName, Money Amount, string? Message);

/// <summary>The actor's own payouts, so that he is told of their outcome wherever in the application he is.</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights)]
public sealed class ShowMyPayouts(IDbContextFactory<KvellDbContext> contexts) : IUseCase
{
    /// <param name="topUpIds">Which to look at; null for those whose outcome is open.</param>
    public async Task<IReadOnlyList<MyPayout>> ExecuteAsync(Actor actor, IReadOnlyCollection<Guid>? topUpIds, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var topUps = db.Set<CardTopUp>().AsNoTracking();
        topUps = topUpIds is null ? topUps.Where(CardTopUp.IsUndecided) : topUps.Where(topUp => topUpIds.Contains(topUp.Id));
        var rows = await topUps
            .Select(topUp => new
            {
                TopUp = topUp,
                Last = db.Set<TopUpAttempt>().Where(attempt => attempt.TopUpId == topUp.Id).OrderByDescending(attempt => attempt.Number)
                    .Select(attempt => new { attempt.Number, attempt.StartedAt, attempt.StartedBy }).FirstOrDefault(),
                DraftId = db.Set<PledgeOperation>().Where(operation => operation.Id == topUp.OperationId).Select(operation => operation.DraftId).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Where(row => row.Last is not null && row.Last.StartedBy == actor.UserId).Select(row => new MyPayout(
                row.TopUp.Id, row.TopUp.OperationId, row.DraftId, row.Last!.Number, row.Last.StartedAt, row.TopUp.State, row.TopUp.PledgorName, row.TopUp.Amount, row.TopUp.Message)),
        ];
    }
}
