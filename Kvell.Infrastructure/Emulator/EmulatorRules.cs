using Kvell.Infrastructure.Gateway;
using Microsoft.Extensions.Options;

namespace Kvell.Infrastructure.Emulator;

/// <summary>What the gateway answers: who asks, whether the signature is his, whether the body is right, and then by the card.</summary>
internal sealed class EmulatorRules(EmulatorShops shops, EmulatorPace pace, IOptions<EmulatorOptions> options)
{
    private const string RightCode = "123456";

    /// <summary>Looks at the caller only; the rest is <see cref="Answer"/>'s.</summary>
    /// <returns>Whether the signature is right, and the refusal for whoever may not ask.</returns>
    public async Task<(bool SignatureValid, EmulatorReply? Refusal)> IdentifyAsync(EmulatorRequest request)
    {
        if (request.ApiKey is null)
            return (false, EmulatorReply.Error(422, 20098, "x-api-key: Field required"));
        if (!Guid.TryParse(request.ApiKey, out _))
            return (false, EmulatorReply.Error(422, 20098, "x-api-key: Input should be a valid UUID"));
        var verdict = await shops.VerifyAsync(request.ApiKey, key => Verifies(key, request));
        return verdict switch
        {
            null => (false, EmulatorReply.Error(401, 20001, "Неверный API-ключ")),
            false => (false, EmulatorReply.Error(401, 20002, "Неверная подпись")),
            true => (true, null),
        };
    }

    public EmulatorReply Answer(EmulatorRequest request, EmulatorForm? form, EmulatorSession session, DateTime now)
    {
        if (request.IsStatus)
            return session.FindOrder(request.ApiKey!, request.Number, now) is { } order ? EmulatorReply.Of(order) : NotFound();
        if (form is null)
            return EmulatorReply.Error(400, 20099, "Тело запроса не разобрано");
        return request.IsConfirm ? Confirm(request.ApiKey!, form, session, now) : Pay(request.ApiKey!, form, session, now);
    }

    private bool Verifies(ShopKey key, EmulatorRequest request)
    {
        if (request.IsStatus)
            return key.VerifiesNumber(request.Number, request.Signature);

        // No source proves what a confirmation is signed with, or that it is (kvell-api §4): none will do, a wrong one won't.
        if (request.IsConfirm && request.Signature is null)
            return true;
        return key.VerifiesBody(request.Body, request.Signature, options.Value.SignatureMode);
    }

    private EmulatorReply Pay(string apiKey, EmulatorForm form, EmulatorSession session, DateTime now)
    {
        if (form.PayoutFault() is { } fault)
            return EmulatorReply.Error(422, 20098, fault);
        if (session.FindOrder(apiKey, form.Transaction!, now) is not null)
            return EmulatorReply.Error(400, 20007, "Транзакция совершалась прежде");
        var behaviour = CardTable.Of(form.Pan!, form.Amount!.Value);
        if (behaviour == CardBehaviour.ExceedsLimit)
            return EmulatorReply.Error(400, 20019, "Превышен лимит выплат");
        if (behaviour == CardBehaviour.DropsFirst && session.AddDrop(apiKey, form.Transaction!))
            return EmulatorReply.Drop;
        return Accept(apiKey, form, behaviour, session, now);
    }

    private EmulatorReply Accept(string apiKey, EmulatorForm form, CardBehaviour behaviour, EmulatorSession session, DateTime now)
    {
        var (status, settledStatus, settlesAfter) = behaviour switch
        {
            CardBehaviour.SettlesLater => (OrderStatus.Processing, OrderStatus.Completed, CardTable.SettlesAfter),
            CardBehaviour.CancelsLater => (OrderStatus.Processing, OrderStatus.Canceled, CardTable.SettlesAfter),
            CardBehaviour.AnswersLate => (OrderStatus.Processing, OrderStatus.Completed, CardTable.AnswersAfter),
            CardBehaviour.AsksForCode => (OrderStatus.AwaitsCode, null, TimeSpan.Zero),
            _ => (OrderStatus.Completed, (string?)null, TimeSpan.Zero),
        };
        var order = new EmulatorOrder(
            apiKey, form.Transaction!, Guid.NewGuid().ToString(), form.Amount!.Value, form.Amount.Value / 100, form.CardMask!, form.Description!, now, status);
        session.AddOrder(order, settledStatus, settledStatus is null ? null : now + pace.Of(settlesAfter));
        return behaviour switch
        {
            CardBehaviour.AcceptsThenDrops => EmulatorReply.Drop,
            CardBehaviour.AcceptsThenFails => EmulatorReply.Error(500, 20000, "Неизвестная ошибка"),
            CardBehaviour.AsksForCode => EmulatorReply.AwaitsCode,
            CardBehaviour.AnswersLate => EmulatorReply.Of(order with { Status = OrderStatus.Completed }) with { Late = true },
            _ => EmulatorReply.Of(order),
        };
    }

    private static EmulatorReply Confirm(string apiKey, EmulatorForm form, EmulatorSession session, DateTime now)
    {
        if (string.IsNullOrEmpty(form.Transaction) || string.IsNullOrEmpty(form.Otp))
            return EmulatorReply.Error(422, 20098, string.IsNullOrEmpty(form.Otp) ? "otp: Field required" : "transaction: Field required");
        if (session.FindOrder(apiKey, form.Transaction, now) is not { } order)
            return NotFound();
        if (order.Status != OrderStatus.AwaitsCode)
            return EmulatorReply.Error(400, 20008, "Транзакция в необрабатываемом статусе");
        if (form.Otp != RightCode)
            return EmulatorReply.Error(400, 20098, "otp: неверный код подтверждения");
        session.Complete(apiKey, form.Transaction);
        return EmulatorReply.Of(order with { Status = OrderStatus.Completed });
    }

    private static EmulatorReply NotFound() => EmulatorReply.Error(404, 20009, "Заказ не найден");
}
