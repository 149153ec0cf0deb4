using Kvell.Domain.Branches;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Operation;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.CardTopUps;

/// <summary>
/// How a person's decision reaches a top-up: loaded, decided and committed together with its row in the journal and the card's erasure; a
/// conflict with the processor or with another person decides again from the database.
/// </summary>
public sealed class TopUpDecisions(IDbContextFactory<KvellDbContext> contexts, ITopUpTimer timer, TimeProvider clock)
{
    /// <param name="decide">Changes the top-up, or says why not; it may be asked more than once.</param>
    /// <returns>What <paramref name="decide"/> said; nothing where it is committed.</returns>
    /// <exception cref="AccessDeniedException">Unknown, or another branch's.</exception>
    public async Task<IReadOnlyList<Refusal>> DecideAsync(
        Actor actor, Guid topUpId, Func<CardTopUp, DateTime, TimeZoneInfo, IReadOnlyList<Refusal>> decide, CancellationToken cancellationToken)
    {
        await TopUpAccess.DemandAsync(contexts, actor, topUpId, cancellationToken);
        var (refusals, decided, nextAt) = await contexts.DecideAsync(db => TryAsync(db, topUpId, decide, cancellationToken), cancellationToken);
        if (decided is { } state)
            PayoutMeter.Decided(state);
        timer.Plan(topUpId, nextAt);
        return refusals;
    }

    /// <summary>The second person's word on a proposal.</summary>
    /// <param name="proposalId">The proposal that the person saw.</param>
    /// <returns>Why not; null where it is committed.</returns>
    public async Task<Refusal?> AnswerAsync(
        Actor actor, Guid topUpId, Guid proposalId, Action<CardTopUp, DateTime> answer, CancellationToken cancellationToken)
    {
        var refusals = await DecideAsync(
            actor,
            topUpId,
            (topUp, now, _) =>
            {
                if (DecisionSpeech.ObstacleToDecide(topUp, proposalId, actor, now) is { } obstacle)
                    return [new Refusal(obstacle)];
                answer(topUp, now);
                return [];
            },
            cancellationToken);
        return refusals is [var why, ..] ? why : null;
    }

    private async Task<(IReadOnlyList<Refusal> Refusals, TopUpState? Decided, DateTime? NextAt)> TryAsync(
        KvellDbContext db, Guid topUpId, Func<CardTopUp, DateTime, TimeZoneInfo, IReadOnlyList<Refusal>> decide, CancellationToken cancellationToken)
    {
        var topUp = await db.LoadTopUpAsync(topUpId);
        var branch = await db.Set<Branch>().AsNoTracking().SingleAsync(row => row.Id == topUp.BranchId, cancellationToken);
        var before = topUp.State;
        if (decide(topUp, clock.GetUtcNow().UtcDateTime, branch.Zone) is { Count: > 0 } refusals)
            return (refusals, null, null);
        if (topUp.State != before)
            await CardKeeping.NoteOutcomeAsync(db, topUp);
        await db.SaveChangesAsync(cancellationToken);
        return ([], topUp.State == before ? null : topUp.State, topUp.NextActionAt);
    }
}
