namespace Kvell.Infrastructure.Lists;

/// <summary>
/// A place in a sorted list: the key of a row at a page's edge, and which way to go on. It stands in the address, so that back and a copied
/// link work.
/// </summary>
/// <param name="Key">The sort column's value as <see cref="SortColumn{T}.KeyOf"/> writes it.</param>
/// <param name="IsBack">True for «Назад».</param>
public sealed record ListPlace(string Key, Guid Id, bool IsBack)
{
    private const string Back = "back";
    private const string Forward = "next";

    /// <summary>What the address says; null, for the list's start, when it says nothing that can be understood.</summary>
    public static ListPlace? Parse(string? text)
    {
        var parts = (text ?? "").Split('.', 3);
        return parts is [Back or Forward, var id, { Length: > 0 } key] && Guid.TryParseExact(id, "N", out var row)
            ? new ListPlace(key, row, parts[0] == Back)
            : null;
    }

    public override string ToString() => $"{(IsBack ? Back : Forward)}.{Id:N}.{Key}";
}

public static class ListPage
{
    /// <summary>Rows to a page.</summary>
    public const int Size = 50;
}

/// <summary>One page of a list, and the places of its neighbours.</summary>
/// <param name="Back">For «Назад»; null where nothing stands before.</param>
/// <param name="Forward">For «Вперёд»; null where nothing stands after.</param>
public sealed record ListPage<T>(IReadOnlyList<T> Rows, ListPlace? Back, ListPlace? Forward)
{
    public ListPage<TRow> To<TRow>(Func<T, TRow> row) => new([.. Rows.Select(row)], Back, Forward);
}
