using Kvell.Domain.Common;
using Kvell.Infrastructure.CardTopUps;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace Kvell.Web.Features.CardTopUps;

public sealed partial class PayoutDialog
{
    private ElementReference _cardInput;
    private ElementReference _yes;
    private CardNumber? _card;
    private string _typed = "";
    private bool _typesNew;
    private bool _wasLeft;
    private bool _isVerified;
    private bool _isSending;
    private Refusal? _refusal;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public Actor Actor { get; set; } = Actor.Nobody;

    [Parameter]
    [EditorRequired]
    public PayoutOffer Offer { get; set; } = default!;

    /// <summary>«Иванову И. И.»</summary>
    [Parameter]
    [EditorRequired]
    public string OwnerDative { get; set; } = "";

    [Inject]
    private PayLoansToCard PayLoans { get; set; } = default!;

    private bool IsTyping => _typesNew || Offer.ChosenCardMask is null;

    private string? Mask => IsTyping ? _card?.Mask : Offer.ChosenCardMask;

    private string? UnprintedNote => Offer.Unprinted.ToList() switch
    {
        [] => null,
        [var one] => $"{one} не напечатан. Напечатайте его до выдачи.",
        var many => $"{string.Join(", ", many)} не напечатаны. Напечатайте их до выдачи.",
    };

    private string? VerifiedError => _refusal is { Field: "verified" } refusal && !_isVerified ? refusal.Sentence : null;

    private string? CardError
    {
        get
        {
            if (_refusal is { Field: "card" } refusal && _card is null)
                return refusal.Sentence;
            var digits = CardNumber.DigitsOf(_typed).Length;
            return _card is null && (digits >= 16 || (_wasLeft && digits > 0))
                ? "Номер карты с ошибкой: сверьте каждую цифру."
                : null;
        }
    }

    /// <summary>The keyboard goes on from what is asked first; from the dialog itself Ctrl+Enter would be heard by nobody.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            await (IsTyping ? _cardInput : _yes).FocusAsync();
    }

    private static string Pressed(bool on) => on ? "true" : "false";

    private static string? Invalid(string? error) => error is null ? null : "true";

    private void Choose(bool typesNew) => (_typesNew, _refusal) = (typesNew, null);

    private void OnCardTyped(ChangeEventArgs change)
    {
        (_typed, _refusal) = (change.Value as string ?? "", null);
        _ = CardNumber.TryParse(_typed, out _card);
    }

    private async Task OnKeyAsync(KeyboardEventArgs key)
    {
        if (key is { CtrlKey: true, Key: "Enter", Repeat: false })
            await PayAsync();
    }

    private async Task PayAsync()
    {
        if (_isSending)
            return;
        if (IsTyping && _card is null)
        {
            _refusal = new Refusal(_typed.Length == 0 ? "Введите номер карты." : "Номер карты с ошибкой: сверьте каждую цифру.", "card");
            return;
        }

        _isSending = true;
        _refusal = await PayLoans.ExecuteAsync(Actor, new PayoutConfirmation(Offer, IsTyping ? _card : null, _isVerified), CancellationToken.None);
        _isSending = false;
        if (_refusal is null)
            Dialog.Close(DialogResult.Ok(true));
    }

    private void Cancel() => Dialog.Cancel();
}
