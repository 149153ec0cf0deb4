namespace Kvell.Domain.CardTopUps;

/// <summary>
/// The card chosen for a draft's loans: sealed here and nowhere else. Erased when all top-ups of the draft are completed, or
/// 30 minutes after it was typed or last refused; the mask stays.
/// </summary>
public sealed class ChosenCard
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private ChosenCard()
    {
    }

    public Guid DraftId { get; private set; }

    public byte[]? SealedNumber { get; private set; }

    public string Mask { get; private set; } = "";

    /// <summary>UTC; null once erased.</summary>
    public DateTime? ForgetAt { get; private set; }

    public int Version { get; private set; }

    public static ChosenCard For(Guid draftId) => new() { DraftId = draftId };

    public void Choose(byte[] sealedNumber, string mask, DateTime now)
    {
        (SealedNumber, Mask, ForgetAt) = (sealedNumber, mask, now + Lifetime);
        Version++;
    }

    /// <summary>A refusal starts the 30 minutes anew: the same card may be tried again. A later look at an old one doesn't.</summary>
    public void KeepFrom(DateTime refusedAt)
    {
        if (SealedNumber is null || ForgetAt >= refusedAt + Lifetime)
            return;
        ForgetAt = refusedAt + Lifetime;
        Version++;
    }

    /// <summary>Another loan of the draft is paid: of two that are paid at once, one commit conflicts and sees the other.</summary>
    public void NotePaid() => Version++;

    public void Forget()
    {
        (SealedNumber, ForgetAt) = (null, null);
        Version++;
    }
}
