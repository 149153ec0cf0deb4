using System.Text.Json;
using Kvell.Domain.Common;

namespace Kvell.Infrastructure.Emulator;

/// <summary>A body's fields. Null where absent.</summary>
internal sealed record EmulatorForm(string? Pan, long? Amount, string? Transaction, string? Description, string? Otp)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public string? CardMask => Pan is null ? null : CardNumber.MaskOf(CardNumber.DigitsOf(Pan));

    /// <returns>Null for what the gateway answers 20099 to: no JSON object, or a field of a wrong type (kvell-api §4).</returns>
    public static EmulatorForm? Parse(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Strict);
            var root = document.RootElement;
            return new EmulatorForm(
                Text(root, "recipient_pan"), Field(root, "amount") is { } amount ? checked((long)amount.GetUInt64()) : null,
                Text(root, "transaction"), Text(root, "description"), Text(root, "otp"));
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or FormatException or OverflowException)
        {
            return null;
        }
    }

    /// <returns>A 20098 message, or null when the payout's fields are in order.</returns>
    public string? PayoutFault()
    {
        if (Pan is null)
            return "recipient_pan: Field required";
        if (Pan.Length is < 12 or > 19 || !Pan.All(char.IsAsciiDigit))
            return "recipient_pan: card number is not all digits";
        if (!CardNumber.PassesLuhn(Pan))
            return "recipient_pan: card number is not luhn valid";
        if (Amount is null)
            return "amount: Field required";
        if (Amount == 0)
            return "amount: Input should be greater than 0";
        if (string.IsNullOrEmpty(Transaction))
            return "transaction: Field required";
        return string.IsNullOrEmpty(Description) ? "description: Field required" : null;
    }

    private static string? Text(JsonElement root, string name) => Field(root, name)?.GetString();

    private static JsonElement? Field(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
