using System.Linq.Expressions;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Branches;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Desk;

/// <param name="NextAt">When it goes on by itself, in the branch's zone.</param>
/// <param name="Proposed">What waits for its second person; null when nothing does.</param>
/// <param name="Reasons">Why it is flagged; empty when it isn't.</param>
public sealed record AttentionRow(
    Guid TopUpId, Guid BranchId, Guid DraftId, TopUpState State, string PledgorName, Money Amount, string? Message, DateTime? NextAt, DecisionKind? Proposed,
    IReadOnlyList<string> Reasons);

/// <summary>«Требует внимания»: payouts that a person has to look at, the newest first.</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights, UserRole.Administrator)]
public sealed class ListAttention(IDbContextFactory<KvellDbContext> contexts, TimeProvider time) : IUseCase
{
    private const int Shown = 30;

    public async Task<IReadOnlyList<AttentionRow>> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var branches = await db.LoadVisibleBranchesAsync(actor, cancellationToken);
        var (today, _) = branches.Values.TodayOf(now);
        var topUps = db.Set<CardTopUp>().AsNoTracking();
        if (actor.OnlyBranch() is { } only)
            topUps = topUps.Where(topUp => topUp.BranchId == only);
        var newest = await NewestAsync(topUps, now - CardTopUp.AttentionAfter, today, cancellationToken);
        var rows = await db.Set<CardTopUp>().AsNoTracking()
            .Where(topUp => newest.Contains(topUp.Id))
            .Join(db.Set<PledgeOperation>(), topUp => topUp.OperationId, operation => operation.Id, (topUp, operation) => new
            {
                IsOver = operation.ZeroedAt != null || operation.IsReceiptPrinted,
                topUp.Id,
                topUp.BranchId,
                operation.DraftId,
                topUp.State,
                topUp.PledgorName,
                topUp.Amount,
                topUp.Message,
                topUp.NextActionAt,
                topUp.Attention,
                topUp.UndecidedSince,
                topUp.Proposed,
                topUp.CreatedAt,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Where(row => !row.IsOver || row.Proposed != null || row.Attention != Attention.None || row.State is not (TopUpState.New or TopUpState.Declined))
                .OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id)
                .Select(row => new AttentionRow(
                row.Id, row.BranchId, row.DraftId, row.State, row.PledgorName, row.Amount, row.Message,
                row.NextActionAt is { } at ? BranchZone.ToLocal(at, branches[row.BranchId].Zone) : null,
                row.Proposed,
                AttentionSpeech.Of(row.Attention, row.UndecidedSince <= now - CardTopUp.AttentionAfter))),
        ];
    }

    /// <summary>
    /// One state after another, each by an index that has it and the date: they are few among all that was ever paid, and a database that is
    /// asked for all of them at once goes through everything.
    /// </summary>
    private static async Task<List<Guid>> NewestAsync(IQueryable<CardTopUp> topUps, DateTime late, DateTime today, CancellationToken cancellationToken)
    {
        Expression<Func<CardTopUp, bool>>[] reasons =
        [
            topUp => topUp.Attention != Attention.None,
            topUp => topUp.Proposed != null,
            topUp => topUp.State == TopUpState.AwaitingCode,
            topUp => topUp.State == TopUpState.Unknown,
            topUp => topUp.State == TopUpState.Postponed,
            topUp => topUp.State == TopUpState.Sending && topUp.UndecidedSince <= late,
            topUp => topUp.State == TopUpState.Processing && topUp.UndecidedSince <= late,
            topUp => topUp.State == TopUpState.New,
            topUp => topUp.State == TopUpState.Declined && topUp.CreatedAt >= today,
        ];
        var found = new Dictionary<Guid, DateTime>();
        foreach (var reason in reasons)
        {
            var keys = topUps.Where(reason).OrderByDescending(topUp => topUp.CreatedAt).ThenByDescending(topUp => topUp.Id).Take(Shown)
                .Select(topUp => new { topUp.Id, topUp.CreatedAt });
            foreach (var key in await keys.ToListAsync(cancellationToken))
                found.TryAdd(key.Id, key.CreatedAt);
        }

        return [.. found.OrderByDescending(key => key.Value).ThenByDescending(key => key.Key).Take(Shown).Select(key => key.Key)];
    }
}
