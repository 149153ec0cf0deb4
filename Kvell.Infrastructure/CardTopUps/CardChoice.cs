using System.Security.Cryptography;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.CardTopUps;

/// <summary>Keeps the chosen card sealed, and opens it for a press.</summary>
public sealed class CardChoice(IDbContextFactory<KvellDbContext> contexts, Seals seals, TimeProvider clock)
{
    /// <returns>The mask of a card that is still there, or null: then it is typed again.</returns>
    public async Task<string?> MaskOfChosenAsync(KvellDbContext db, Guid draftId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return await db.Set<ChosenCard>()
            .Where(card => card.DraftId == draftId && card.SealedNumber != null && card.ForgetAt > now)
            .Select(card => card.Mask)
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <returns>The card to pay to, or the sentence at the field.</returns>
    public async Task<(CardNumber? Card, Refusal? Refusal)> TakeAsync(
        Guid draftId, PayoutConfirmation confirmation, Actor actor, CancellationToken cancellationToken)
    {
        if (confirmation.NewCard is not { } typed)
            return await OpenAsync(draftId, cancellationToken);
        if (!confirmation.IsCardVerified)
            return (null, new Refusal("Сверьте карту с клиентом и поставьте отметку.", "verified"));
        return await contexts.DecideAsync(db => ChooseAsync(db, draftId, typed, actor, cancellationToken), cancellationToken);
    }

    private async Task<(CardNumber? Card, Refusal? Refusal)> ChooseAsync(
        KvellDbContext db, Guid draftId, CardNumber typed, Actor actor, CancellationToken cancellationToken)
    {
        var chosen = await db.Set<ChosenCard>().SingleOrDefaultAsync(card => card.DraftId == draftId, cancellationToken);
        if (chosen is null)
            db.Add(chosen = ChosenCard.For(draftId));
        var now = clock.GetUtcNow().UtcDateTime;
        chosen.Choose(seals.Card.SealText(typed.Reveal()), typed.Mask, now);
        db.Add(CardVerification.Of(chosen, actor, now));
        await db.SaveChangesAsync(cancellationToken);
        return (typed, null);
    }

    private async Task<(CardNumber? Card, Refusal? Refusal)> OpenAsync(Guid draftId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var chosen = await db.Set<ChosenCard>().AsNoTracking().SingleOrDefaultAsync(card => card.DraftId == draftId, cancellationToken);
        var typeAgain = new Refusal("Номер карты больше не хранится. Введите его ещё раз.", "card");
        if (chosen?.SealedNumber is null || chosen.ForgetAt <= clock.GetUtcNow().UtcDateTime)
            return (null, typeAgain);
        try
        {
            return (CardNumber.Parse(seals.Card.OpenText(chosen.SealedNumber)), null);
        }
        catch (CryptographicException)
        {
            // The keys it was sealed by are gone: the person types it again, nothing is lost but the typing.
            return (null, typeAgain);
        }
    }
}
