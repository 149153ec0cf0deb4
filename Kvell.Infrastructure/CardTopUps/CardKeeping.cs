using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.CardTopUps;

/// <summary>When a chosen card is erased (design §4, card data).</summary>
internal static class CardKeeping
{
    /// <summary>Part of an outcome's commit: the last completed top-up of the draft erases the card, a refusal keeps it for a while.</summary>
    public static async Task NoteOutcomeAsync(KvellDbContext db, CardTopUp topUp)
    {
        if (topUp.State is not (TopUpState.Completed or TopUpState.Declined))
            return;
        var draftId = await db.Set<PledgeOperation>().Where(row => row.Id == topUp.OperationId).Select(row => row.DraftId).SingleAsync();
        var card = await db.Set<ChosenCard>().SingleOrDefaultAsync(row => row.DraftId == draftId);
        if (card?.SealedNumber is null)
            return;
        if (topUp.State == TopUpState.Declined)
            card.KeepFrom(topUp.Attempts[^1].ClosedAt!.Value);
        else if (await HasUnpaidAsync(db, draftId, topUp.Id))
            card.NotePaid();
        else
            card.Forget();
    }

    /// <summary>Erases what outlived its time. Run by the sweep.</summary>
    public static async Task ForgetExpiredAsync(KvellDbContext db, DateTime now)
    {
        var expired = await db.Set<ChosenCard>().Where(card => card.ForgetAt <= now).ToListAsync();
        expired.ForEach(card => card.Forget());
        await db.SaveChangesAsync();
    }

    /// <summary>A loan in cash, or a zeroed one, waits for no card.</summary>
    private static Task<bool> HasUnpaidAsync(KvellDbContext db, Guid draftId, Guid exceptTopUpId) =>
        db.Set<PledgeOperation>()
            .Where(operation => operation.DraftId == draftId && operation.ZeroedAt == null && operation.CashAmount == Money.Zero)
            .AnyAsync(operation => !db.Set<CardTopUp>().Any(topUp =>
                topUp.OperationId == operation.Id && (topUp.Id == exceptTopUpId || topUp.State == TopUpState.Completed)));
}
