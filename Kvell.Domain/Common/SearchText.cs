using System.Globalization;
using System.Text.RegularExpressions;

namespace Kvell.Domain.Common;

/// <summary>What a search column holds: a database's own folding knows ASCII only.</summary>
public static partial class SearchText
{
    /// <summary>Upper case, Ё as Е, single spaces.</summary>
    public static string Normalise(string? text) =>
        TypedText.Trimmed(text).ToUpper(CultureInfo.InvariantCulture).Replace('Ё', 'Е');

    /// <summary>Normalised letters and digits alone: «fa 1234-567» is «FA1234567».</summary>
    public static string Compact(string? text) => string.Concat(Normalise(text).Where(char.IsLetterOrDigit));

    /// <summary>Digits of a phone; a Russian one without its 7 or 8, so that every way of typing it meets.</summary>
    public static string PhoneDigits(string? phone)
    {
        var digits = TypedText.Digits(phone);
        return digits.Length == 11 && digits[0] is '7' or '8' ? digits[1..] : digits;
    }

    /// <summary><c>+7 903 555-01-85</c> of a Russian number, anything else as typed.</summary>
    public static string TidyPhone(string typed)
    {
        var digits = PhoneDigits(typed);
        var isRussian = digits.Length == 10 && (!typed.TrimStart().StartsWith('+') || TypedText.Digits(typed) == "7" + digits);
        return isRussian ? $"+7 {digits[..3]} {digits[3..6]}-{digits[6..8]}-{digits[8..]}" : typed;
    }

    /// <summary><c>ЛВЕС-000006</c> somewhere in a normalised text; null where none stands.</summary>
    public static string? DocumentNumberIn(string normalised) =>
        DocumentNumber().Match(normalised) is { Success: true } found ? found.Value : null;

    [GeneratedRegex(@"(?<![\p{L}\d-])\p{Lu}{1,8}-\d{6,}(?![\d-])")]
    private static partial Regex DocumentNumber();
}
