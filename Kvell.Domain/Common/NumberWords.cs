using System.Globalization;
using System.Text.RegularExpressions;

namespace Kvell.Domain.Common;

/// <summary>
/// A word that may be a document's number: whole, by its digits alone, or its beginning. A beginning counts from its third digit on, so that
/// it never means more than a thousand numbers of a branch; before that only the letters do.
/// </summary>
/// <param name="Exact">Whole numbers: «14» means <c>ЛВЕС-000014</c> in each branch that may be seen.</param>
/// <param name="Beginning">Null where it isn't the beginning of a number.</param>
public sealed partial record NumberWords(IReadOnlyList<string> Exact, string? Beginning)
{
    private const int Digits = 6;
    private const int FewestOfABeginning = 3;

    /// <param name="word">Normalised.</param>
    /// <param name="prefixes">Of the branches that may be seen: <c>ЛВЕС</c>.</param>
    public static NumberWords Of(string word, IReadOnlyCollection<string> prefixes)
    {
        var match = Shape().Match(word);
        var (letters, digits) = (match.Groups["letters"].Value, match.Groups["digits"].Value);
        if (!match.Success)
            return new NumberWords([], prefixes.Any(prefix => prefix.StartsWith(word, StringComparison.Ordinal)) ? word : null);
        var exact = long.Parse(digits, CultureInfo.InvariantCulture) is var value and > 0
            ? (letters.Length > 0 ? [letters] : prefixes).Select(prefix => string.Create(CultureInfo.InvariantCulture, $"{prefix}-{value:D6}")).ToList()
            : [];
        if (letters.Length == 0 || digits.Length >= Digits)
            return new NumberWords(exact, null);
        if (digits.Length >= FewestOfABeginning)
            return new NumberWords(exact, $"{letters}-{digits}");
        return new NumberWords(exact, digits[0] == '0' && exact.Count == 0 ? $"{letters}-" : null);
    }

    [GeneratedRegex(@"^(?<letters>\p{L}*)-?(?<digits>\d{1,9})$")]
    private static partial Regex Shape();
}
