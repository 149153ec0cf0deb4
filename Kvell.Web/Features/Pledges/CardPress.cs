using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Web.Features.CardTopUps;
using MudBlazor;

namespace Kvell.Web.Features.Pledges;

/// <summary>The press «Пополнение карты клиента», the same from the group and from the operation's page.</summary>
public sealed class CardPress(OfferPayout offers, IDialogService dialogs)
{
    private bool _isPressed;

    /// <returns>The sentence that ended the press; null where a dialog answered it.</returns>
    public async Task<string?> PressAsync(Actor actor, LoanScope scope, PersonName owner)
    {
        if (_isPressed)
            return null;
        _isPressed = true;
        try
        {
            var offer = await offers.ExecuteAsync(actor, scope, CancellationToken.None);
            if (offer.Misdated.Count > 0)
                return await RedateAsync(actor, scope.DraftId, offer.Misdated) ?? offer.Answer;
            if (offer.Answer is null)
                await AskAsync(actor, offer, owner);
            return offer.Answer;
        }
        finally
        {
            _isPressed = false;
        }
    }

    /// <returns>What was done; null when the person left it.</returns>
    public async Task<string?> RedateAsync(Actor actor, Guid draftId, IReadOnlyList<MisdatedLoan> loans)
    {
        var parameters = new DialogParameters<RedateDialog>
        {
            { dialog => dialog.Actor, actor },
            { dialog => dialog.DraftId, draftId },
            { dialog => dialog.Loans, loans },
        };
        var dialog = await dialogs.ShowAsync<RedateDialog>("Переоформить сегодняшней датой", parameters);
        return await dialog.GetReturnValueAsync<string>();
    }

    private async Task AskAsync(Actor actor, PayoutOffer offer, PersonName owner)
    {
        var parameters = new DialogParameters<PayoutDialog>
        {
            { dialog => dialog.Actor, actor },
            { dialog => dialog.Offer, offer },
            { dialog => dialog.OwnerDative, RussianName.DativeWithInitials(owner) },
        };
        var dialog = await dialogs.ShowAsync<PayoutDialog>("Пополнение карты клиента", parameters);
        await dialog.GetReturnValueAsync<bool?>();
    }
}
