namespace Kvell.Web.Components.Lists;

/// <summary>A table's columns that are not shown: by the table's class, so that no row needs to know.</summary>
public static class HiddenColumns
{
    /// <returns><c>hide-2 hide-5</c>, counted from 1 as the style sheet counts.</returns>
    public static string ClassOf(IReadOnlySet<int> hidden) => string.Join(' ', hidden.Order().Select(column => FormattableString.Invariant($"hide-{column + 1}")));
}
