using System.Text.RegularExpressions;

namespace Kvell.Domain.Common;

/// <summary>
/// What was typed into a list's search box, normalised: words of letters, which together are the beginning of a name or a message, and
/// words with a digit, each of which is a number of something.
/// </summary>
/// <param name="Names">«ИВАНОВ», «И»: letters only, without the dots of initials.</param>
/// <param name="Numbers">«ЛВЕС-000014», «0004», «220000******0004», «/V1/ORDERS/»</param>
public sealed partial record SearchWords(IReadOnlyList<string> Names, IReadOnlyList<string> Numbers)
{
    private const int Longest = 100;
    private const int MostWords = 6;

    public bool IsEmpty => Names.Count + Numbers.Count == 0;

    public static SearchWords Parse(string? typed)
    {
        var text = SearchText.Normalise(typed);
        var words = (text.Length > Longest ? text[..Longest] : text).Split(' ')
            .Select(word => word.Trim('.', ',', '-', '«', '»'))
            .Where(word => word.Length > 0)
            .Take(MostWords)
            .ToLookup(word => word.Any(char.IsAsciiDigit) || word[0] == '/');
        return new SearchWords([.. words[false]], [.. words[true]]);
    }

    /// <summary>A whole card number must not get into an address, and no mask holds it.</summary>
    public static bool HoldsCardNumber(string? typed) => CardNumberDigits().IsMatch(typed ?? "");

    /// <summary>The same, of texts where other long numbers stand too: it must be one that a card could have.</summary>
    public static bool HoldsRealCardNumber(string? typed) =>
        CardNumberDigits().Matches(typed ?? "").Any(match => CardNumber.PassesLuhn(CardNumber.DigitsOf(match.Value)));

    [GeneratedRegex(@"(?<![\p{L}\d-])(?:\d[\s-]?){12,18}\d(?![\p{L}\d])")]
    private static partial Regex CardNumberDigits();
}
