using Kvell.Domain.Common;

namespace Kvell.Domain.CardTopUps;

/// <summary>Who ticked «Карта принадлежит …, сверено», for which card and when: kept when the card's number is long erased.</summary>
public sealed class CardVerification : IAppendOnly
{
    private CardVerification()
    {
    }

    public Guid Id { get; private set; }

    public Guid DraftId { get; private set; }

    public string Mask { get; private set; } = "";

    public Guid ById { get; private set; }

    public string ByName { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    public static CardVerification Of(ChosenCard card, Actor by, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        DraftId = card.DraftId,
        Mask = card.Mask,
        ById = by.UserId,
        ByName = by.Name,
        At = now,
    };
}
