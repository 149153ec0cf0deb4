using System.Text.Json;

namespace Kvell.Infrastructure.Gateway.KvellApi;

/// <summary>An order's fields, flat or wrapped in <c>order</c>, or both where they agree.</summary>
internal sealed record ReplyOrder(string? Status, string? Transaction, long? Amount, string? Id, long? Commission)
{
    private const int MaxWord = 100;

    /// <exception cref="UnreadableReplyException">A field of a wrong type, or two parts that disagree.</exception>
    public static ReplyOrder Of(JsonElement root)
    {
        var flat = Part(root);
        if (!root.TryGetProperty("order", out var order) || order.ValueKind == JsonValueKind.Null)
            return flat;
        if (order.ValueKind != JsonValueKind.Object)
            throw new UnreadableReplyException("поле order не объект");
        var wrapped = Part(order);
        return new ReplyOrder(
            Agree(flat.Status, wrapped.Status, StringComparer.OrdinalIgnoreCase),
            Agree(flat.Transaction, wrapped.Transaction, StringComparer.Ordinal),
            Agree(flat.Amount, wrapped.Amount),
            Agree(flat.Id, wrapped.Id, StringComparer.Ordinal),
            Agree(flat.Commission, wrapped.Commission));
    }

    private static ReplyOrder Part(JsonElement part) => new(
        Status: Text(part, "status", mayBeNumber: false) is { } status && !string.IsNullOrWhiteSpace(status) ? status : null,
        Transaction: Text(part, "transaction", mayBeNumber: true),
        Amount: Kopecks(part, "amount"),
        Id: Text(part, "id", mayBeNumber: true) is { Length: <= MaxWord } id ? id : null,
        Commission: Kopecks(part, "commission"));

    private static string? Text(JsonElement part, string name, bool mayBeNumber)
    {
        if (!part.TryGetProperty(name, out var value))
            return null;
        return value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => ValidText(value),
            JsonValueKind.Number when mayBeNumber => value.GetRawText(),
            _ => throw new UnreadableReplyException($"поле {name} не текст"),
        };
    }

    /// <summary>Half a surrogate pair passes as JSON and not as text.</summary>
    private static string ValidText(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new UnreadableReplyException("в нём битый текст");
        }
    }

    private static long? Kopecks(JsonElement part, string name)
    {
        if (!part.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var kopecks)
            ? kopecks
            : throw new UnreadableReplyException($"поле {name} не целое число копеек");
    }

    private static string? Agree(string? flat, string? wrapped, StringComparer comparer) =>
        flat is null || wrapped is null || comparer.Equals(flat, wrapped) ? wrapped ?? flat : throw Disagree();

    private static long? Agree(long? flat, long? wrapped) =>
        flat is null || wrapped is null || flat == wrapped ? wrapped ?? flat : throw Disagree();

    private static UnreadableReplyException Disagree() => new("его части расходятся");
}
