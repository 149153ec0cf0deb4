namespace Kvell.Web.Features.CardTopUps;

/// <summary>Which loans' payouts the open page shows by itself, so that nobody is told what he sees.</summary>
public sealed class PayoutsInView
{
    private object? _shownBy;

    /// <summary>The draft whose tickets stand on the open tab; null while none do.</summary>
    public Guid? DraftId { get; private set; }

    public void Show(object by, Guid draftId) => (_shownBy, DraftId) = (by, draftId);

    /// <summary>A page is begun before the one that it takes the place of has ended: what that one showed is the new one's to say.</summary>
    public void Hide(object by)
    {
        if (_shownBy == by)
            (_shownBy, DraftId) = (null, null);
    }
}
