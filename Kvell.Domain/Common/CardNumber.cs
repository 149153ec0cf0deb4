namespace Kvell.Domain.Common;

/// <summary>
/// A full card number in memory. It prints as its mask, so that neither a log nor an exception can show it; only
/// <see cref="Reveal"/> gives the digits.
/// </summary>
public sealed class CardNumber : IEquatable<CardNumber>
{
    private readonly string _digits;

    private CardNumber(string digits) => _digits = digits;

    /// <summary>First six, last four (PCI DSS 4.0.1): <c>220000******0004</c>.</summary>
    public string Mask => MaskOf(_digits);

    /// <summary>Digits with spaces or dashes between them, 12 to 19 of them, with a right Luhn check digit.</summary>
    public static bool TryParse(string? typed, out CardNumber? card)
    {
        var digits = DigitsOf(typed);
        card = digits.Length is >= 12 and <= 19 && PassesLuhn(digits) && OnlyDigitsAndSeparators(typed!)
            ? new CardNumber(digits)
            : null;
        return card is not null;
    }

    /// <exception cref="FormatException">Not a card number; the message doesn't repeat it.</exception>
    public static CardNumber Parse(string typed) =>
        TryParse(typed, out var card) ? card! : throw new FormatException("Not a card number.");

    public static string DigitsOf(string? typed) => string.Concat((typed ?? "").Where(char.IsAsciiDigit));

    /// <summary>Masks a run of digits that is, or may be, a card number.</summary>
    public static string MaskOf(string digits) => digits.Length < 12
        ? new string('*', digits.Length)
        : $"{digits[..6]}{new string('*', digits.Length - 10)}{digits[^4..]}";

    public static bool PassesLuhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            if (i % 2 == 1)
                digit = digit > 4 ? (digit * 2) - 9 : digit * 2;
            sum += digit;
        }

        return sum % 10 == 0;
    }

    /// <summary>The full digits. For the request's bytes and for sealing, nothing else.</summary>
    public string Reveal() => _digits;

    public bool Equals(CardNumber? other) => other is not null && other._digits == _digits;

    public override bool Equals(object? obj) => Equals(obj as CardNumber);

    public override int GetHashCode() => _digits.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Mask;

    private static bool OnlyDigitsAndSeparators(string typed) =>
        typed.All(c => char.IsAsciiDigit(c) || c is ' ' or '-' or '\u00A0');
}
