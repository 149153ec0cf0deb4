using System.Globalization;
using Kvell.Infrastructure.Lists;

namespace Kvell.Web.Components.Lists;

/// <summary>What a list's address calls its parts, and how they are written there.</summary>
public static class ListAddress
{
    public const string Search = "q";
    public const string From = "from";
    public const string Through = "to";
    public const string Branch = "branch";
    public const string Sort = "sort";
    public const string Place = "place";
    public const string State = "state";
    public const string Receipt = "receipt";
    public const string Method = "method";
    public const string Success = "ok";
    public const string Open = "open";
    public const string Yes = "yes";
    public const string No = "no";

    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>A period's years: what lies outside is no day that a document could have.</summary>
    private const int FirstYear = 1990;
    private const int LastYear = 2100;

    public static string Write(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    /// <summary>Null for what is no day.</summary>
    public static DateOnly? ReadDay(string? text) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && IsPossible(day) ? day : null;

    public static bool IsPossible(DateOnly day) => day.Year is >= FirstYear and <= LastYear;

    public static bool? ReadAnswer(string? text) => text switch { Yes => true, No => false, _ => null };

    /// <summary>What every list's address says; what makes no sense in it says nothing.</summary>
    /// <param name="value">The address's part of that name.</param>
    public static TFilter Read<TFilter>(Func<string, string?> value)
        where TFilter : ListFilter, new() => new()
        {
            Search = value(Search) ?? "",
            From = ReadDay(value(From)),
            Through = ReadDay(value(Through)),
            BranchId = Guid.TryParse(value(Branch), out var branch) ? branch : null,
            Order = ListOrder.Parse(value(Sort)),
            Place = ListPlace.Parse(value(Place)),
        };

    /// <summary>Something is looked for: what isn't there may be there without it.</summary>
    public static bool IsNarrowed(string query) =>
        new[] { Search, From, Through, Branch, State, Receipt, Method, Success }.Any(name => query.Contains($"?{name}=", StringComparison.Ordinal) || query.Contains($"&{name}=", StringComparison.Ordinal));
}
