namespace Kvell.Web.Features.CardTopUps;

/// <summary>Which loans' payouts the open page shows by itself, so that nobody is told what he sees.</summary>
public sealed class PayoutsInView
{
    /// <summary>The draft whose tickets stand on the open tab; null while none do.</summary>
    public Guid? DraftId { get; set; }
}
