using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.CardTopUps;

internal static class DecisionReader
{
    public static async Task<DecisionView> ReadDecisionsAsync(
        this KvellDbContext db, CardTopUp topUp, Actor viewer, DateTime now, TimeZoneInfo zone, ProtocolSettings settings, CancellationToken cancellationToken)
    {
        var entries = await db.Set<TopUpDecisionEntry>().AsNoTracking().Where(entry => entry.TopUpId == topUp.Id)
            .OrderByDescending(entry => entry.Ordinal).ToListAsync(cancellationToken);
        var journal = entries.ConvertAll(entry => RowOf(entry, zone));
        var concerns = entries.Count > 0 || (topUp.State.IsUndecided() && topUp.NeedsAttention(now)) || topUp.CannotBeAsked;
        var isRipe = topUp.Proposed is null && topUp.ProposableFrom <= now;
        return new DecisionView(
            concerns ? [.. DecisionAdvice.Of(topUp, viewer, now, zone, settings)] : [],
            journal.Find(row => row.Id == topUp.ProposalId),
            journal)
        {
            MayPropose = isRipe && viewer.Has(UserRole.FullRights),
            MayTakeBack = topUp.Proposed is null && topUp.IsPaidByHand && viewer.Has(UserRole.FullRights),
            MayDecide = topUp.MayDecide(viewer),
            MayContinue = topUp.CannotBeAsked && !topUp.IsWaivedAt(now) && viewer.Has(UserRole.FullRights),
        };
    }

    private static DecisionRow RowOf(TopUpDecisionEntry entry, TimeZoneInfo zone) => new(
        entry.Id,
        entry.AttemptNumber,
        BranchZone.ToLocal(entry.At, zone),
        entry.Event,
        entry.Decision,
        entry.ByName,
        entry.AnsweredAt is { } at ? $"№ {entry.AnswerNumber} от {Russian.DateAndMinutes(BranchZone.ToLocal(at, zone))}" : null,
        entry.Reason,
        entry.FileName,
        entry.FileSize);
}
