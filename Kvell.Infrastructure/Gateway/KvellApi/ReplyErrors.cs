using System.Globalization;
using System.Text.Json;
using Kvell.Domain.Gateway;

namespace Kvell.Infrastructure.Gateway.KvellApi;

/// <summary>The <c>errors</c> of a reply, in whatever shape they come: an element that can't be understood has no code, and no code proves nothing.</summary>
internal static class ReplyErrors
{
    public static IReadOnlyList<GatewayError> Of(JsonElement root, LogMask mask)
    {
        if (!root.TryGetProperty("errors", out var errors))
            return [];
        return errors.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.False => [],
            JsonValueKind.Array => [.. errors.EnumerateArray().Select(error => Error(error, mask))],
            JsonValueKind.Object when !errors.EnumerateObject().Any() => [],
            JsonValueKind.String when errors.ValueEquals("") => [],
            _ => [Error(errors, mask)],
        };
    }

    private static GatewayError Error(JsonElement error, LogMask mask)
    {
        if (error.ValueKind != JsonValueKind.Object)
            return new GatewayError(null, mask.Message(Text(error)));
        var hasCode = error.TryGetProperty("code", out var code);
        var hasMessage = error.TryGetProperty("message", out var message);
        return new GatewayError(
            hasCode ? Code(code) : null,
            mask.Message(hasMessage ? Text(message) : hasCode ? "" : error.GetRawText()));
    }

    private static int? Code(JsonElement code) => code.ValueKind switch
    {
        JsonValueKind.Number when code.TryGetInt32(out var number) => number,
        JsonValueKind.String when int.TryParse(Text(code), NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private static string Text(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString()!,
                JsonValueKind.Null => "",
                _ => value.GetRawText(),
            };
        }
        catch (InvalidOperationException)
        {
            throw new UnreadableReplyException("в нём битый текст");
        }
    }
}
