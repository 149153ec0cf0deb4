using System.Globalization;

namespace Kvell.Infrastructure.Lists;

/// <summary>
/// A place in a list that runs from the newest to the oldest: the key of a row at a page's edge, and which way to go on.
/// It stands in the address, so that back and a copied link work.
/// </summary>
/// <param name="At">UTC.</param>
/// <param name="TowardsNewer">True for «Назад».</param>
public sealed record ListPlace(DateTime At, Guid Id, bool TowardsNewer)
{
    /// <summary>What the address says; null, for the list's start, when it says nothing that can be understood.</summary>
    public static ListPlace? Parse(string? text)
    {
        var parts = (text ?? "").Split('.');
        return parts is [var way, var ticks, var id]
            && way is "newer" or "older"
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTime.MaxValue.Ticks
            && Guid.TryParseExact(id, "N", out var key)
            ? new ListPlace(new DateTime(at, DateTimeKind.Utc), key, way == "newer")
            : null;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(TowardsNewer ? "newer" : "older")}.{At.Ticks}.{Id:N}");
}

/// <summary>One page of a list, newest first, and the places of its neighbours.</summary>
/// <param name="Newer">For «Назад»; null where there is nothing newer.</param>
/// <param name="Older">For «Вперёд»; null where there is nothing older.</param>
public sealed record ListPage<T>(IReadOnlyList<T> Rows, ListPlace? Newer, ListPlace? Older)
{
    public ListPage<TRow> To<TRow>(Func<T, TRow> row) => new([.. Rows.Select(row)], Newer, Older);
}
