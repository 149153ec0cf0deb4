using System.Globalization;

namespace Kvell.Domain.Common;

/// <summary>
/// Reads what a person typed. A form keeps the text itself; this only says what it means, so that nothing typed is lost
/// when it means nothing.
/// </summary>
public static class TypedText
{
    private static readonly string[] LongDates = ["d.M.yyyy", "ddMMyyyy", "yyyy-MM-dd"];
    private static readonly string[] ShortDates = ["d.M.yy", "ddMMyy"];
    private static readonly string[] Times = ["H:mm:ss", "H:mm"];

    private const int YearsToCome = 50;

    public static string Digits(string? typed) => string.Concat((typed ?? "").Where(char.IsAsciiDigit));

    public static bool IsBlank(string? typed) => string.IsNullOrWhiteSpace(typed);

    /// <summary>One space between words, none around: what is stored of a name or an address.</summary>
    public static string Trimmed(string? typed) => string.Join(' ', (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary><c>1234,50</c>, <c>1234.50</c>, <c>1 234,50 ₽</c>; not negative, whole kopecks.</summary>
    public static bool TryMoney(string? typed, out Money money)
    {
        var text = (typed ?? "").Replace("₽", "", StringComparison.Ordinal).Replace("руб.", "", StringComparison.Ordinal);
        var read = TryDecimal(text, 2, out var rubles) && rubles < 10_000_000_000m;
        money = read ? Money.FromRubles(rubles) : Money.Zero;
        return read;
    }

    /// <summary>A number that isn't negative, with a decimal comma or point and at most so many digits after it.</summary>
    public static bool TryDecimal(string? typed, int decimals, out decimal value)
    {
        var read = decimal.TryParse(Compact(typed), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value)
            && value == Math.Round(value, decimals) && value < 1_000_000_000_000m;
        value = read ? value : 0;
        return read;
    }

    /// <summary>Without spaces, with a decimal point. A grid reads its numbers at every key.</summary>
    private static ReadOnlySpan<char> Compact(string? typed)
    {
        var text = new char[typed?.Length ?? 0];
        var length = 0;
        foreach (var c in typed ?? "")
        {
            if (!char.IsWhiteSpace(c))
                text[length++] = c == ',' ? '.' : c;
        }

        return text.AsSpan(0, length);
    }

    /// <summary>A whole number within bounds, both included.</summary>
    public static bool TryWhole(string? typed, int least, int most, out int value) =>
        int.TryParse((typed ?? "").Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= least && value <= most;

    /// <summary><c>8:00</c>, <c>08:00</c>.</summary>
    public static bool TryTime(string? typed, out TimeOnly time) =>
        TimeOnly.TryParseExact((typed ?? "").Trim(), Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    /// <summary><c>24.10.2022</c>, <c>24.10.22</c>, <c>241022</c>; a short year that hasn't come yet is of the last century.</summary>
    public static bool TryDate(string? typed, DateOnly today, out DateOnly date)
    {
        var text = Trimmed(typed).Replace('/', '.').Replace(' ', '.');
        if (TryExact(text, LongDates, out date))
            return true;
        text = text.Replace('-', '.');
        if (TryExact(text, LongDates, out date))
            return true;
        if (!TryExact(text, ShortDates, out date))
            return false;
        var century = 2000 + (date.Year % 100) > today.Year ? 1900 : 2000;
        date = date.AddYears(century + (date.Year % 100) - date.Year);
        return true;
    }

    /// <summary>As <see cref="TryDate"/>, of what may be yet to come: a short year is of this century for fifty years more.</summary>
    public static bool TryComingDate(string? typed, DateOnly today, out DateOnly date) => TryDate(typed, today.AddYears(YearsToCome), out date);

    /// <summary>A date, or a date and a time: <c>24.10.2022 12:19:10</c>. Without a time it is midnight.</summary>
    public static bool TryDateAndTime(string? typed, DateOnly today, out DateTime local)
    {
        var parts = Trimmed(typed).Split(' ');
        var time = TimeOnly.MinValue;
        var timed = parts.Length > 1 && parts[^1].Contains(':', StringComparison.Ordinal);
        if (timed && !TimeOnly.TryParseExact(parts[^1], Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out time))
        {
            local = default;
            return false;
        }

        var read = TryDate(string.Join(' ', timed ? parts[..^1] : parts), today, out var date);
        local = date.ToDateTime(time);
        return read;
    }

    /// <summary>A date or a sum that can be read is written out in full when its field is left; anything else stays as typed.</summary>
    public static string TidyDate(string typed, DateOnly today) => TryDate(typed, today, out var date) ? Russian.Date(date) : typed;

    public static string TidyComingDate(string typed, DateOnly today) => TryComingDate(typed, today, out var date) ? Russian.Date(date) : typed;

    public static string TidyMoney(string typed) => TryMoney(typed, out var money) ? money.Digits : typed;

    private static bool TryExact(string text, string[] formats, out DateOnly date) =>
        DateOnly.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}
