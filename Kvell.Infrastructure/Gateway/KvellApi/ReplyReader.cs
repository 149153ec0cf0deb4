using System.Text.Json;
using System.Text.Unicode;
using Kvell.Domain.Common;
using Kvell.Domain.Gateway;

namespace Kvell.Infrastructure.Gateway.KvellApi;

/// <summary>
/// Reads a reply's facts: a flat order, one wrapped in <c>order</c>, or errors (kvell-api §4, §7). Whatever allows two
/// readings is unreadable: a money question is never guessed at.
/// </summary>
internal sealed class ReplyReader(LogMask mask)
{
    private static readonly JsonDocumentOptions NoDuplicates = new() { AllowDuplicateProperties = false };

    /// <param name="head">Status and request id are there already.</param>
    public GatewayAnswer Read(GatewayAnswer head, string? charset, ReadOnlyMemory<byte> body)
    {
        var status = head.HttpStatus ?? 0;
        if (status is < 200 or (>= 300 and < 400))
            return head with { Failure = ConnectionFailure.Redirected(status) };
        try
        {
            return ReadJson(head, TextOf(charset, body));
        }
        catch (UnreadableReplyException unreadable)
        {
            return head with { Failure = ConnectionFailure.Unreadable(status, unreadable.Message) };
        }
    }

    private static ReadOnlyMemory<byte> TextOf(string? charset, ReadOnlyMemory<byte> body)
    {
        if (charset?.Trim('"', ' ').ToUpperInvariant() is not (null or "UTF-8" or "UTF8"))
            throw new UnreadableReplyException("кодировка не UTF-8");
        if (body.IsEmpty)
            throw new UnreadableReplyException("он пуст");
        if (!Utf8.IsValid(body.Span))
            throw new UnreadableReplyException("кодировка не UTF-8");

        // RFC 8259 §8.1: a reader may ignore a byte order mark.
        return body.Span.StartsWith("\uFEFF"u8) ? body[3..] : body;
    }

    private GatewayAnswer ReadJson(GatewayAnswer head, ReadOnlyMemory<byte> text)
    {
        using var document = Parse(text);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
            throw new UnreadableReplyException("это не объект JSON");
        var errors = ReplyErrors.Of(root, mask);
        var order = ReplyOrder.Of(root);
        if (errors.Count > 0 && order.Status is not null)
            throw new UnreadableReplyException("в нём и состояние, и ошибки");
        if (errors.Count > 0)
            return head with { Errors = errors };
        if (order.Status is null)
            throw new UnreadableReplyException("в нём нет ни состояния, ни ошибок");
        return head with
        {
            Order = new GatewayOrder(
                mask.Message(order.Status),
                order.Transaction,
                order.Amount is { } amount ? new Money(amount) : null,
                order.Id,
                order.Commission is { } commission ? new Money(commission) : null),
        };
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> text)
    {
        try
        {
            return JsonDocument.Parse(text, NoDuplicates);
        }
        catch (JsonException)
        {
            throw new UnreadableReplyException(IsJson(text) ? "поле повторяется" : "это не JSON");
        }
    }

    private static bool IsJson(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
