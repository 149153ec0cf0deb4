using System.Globalization;
using System.Text.RegularExpressions;

namespace Kvell.Domain.Branches;

/// <summary>A blank's number, as it stands on the paper: <c>ГП00000063</c>.</summary>
public readonly partial record struct BlankNumber(string Series, int Ordinal)
{
    public override string ToString() => TicketBlank.NumberOf(Series, Ordinal);

    /// <summary>Reads <c>ГП00000063</c>, <c>гп 63</c> and <c>ЛВЕС-Б00000001</c>.</summary>
    public static bool TryRead(string typed, out BlankNumber number)
    {
        var match = Shape().Match(typed);
        number = match.Success
            ? new BlankNumber(match.Groups[1].Value.ToUpperInvariant(), int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture))
            : default;
        return match.Success;
    }

    [GeneratedRegex(@"^\s*(\p{L}[\p{L}\d-]*\p{L}|\p{L})\s*(?:№\s*)?([0-9]{1,8})\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
