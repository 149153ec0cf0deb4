namespace Kvell.Infrastructure.Lists;

/// <summary>The columns a list can be sorted by; what the address names and the list doesn't have is the date, the newest first.</summary>
internal sealed class SortColumns<T>(params IReadOnlyList<SortColumn<T>> columns)
{
    public SortColumn<T> Date => columns[0];

    public (SortColumn<T> Column, bool IsAscending) Of(ListOrder order) =>
        columns.FirstOrDefault(column => column.Name == order.Column) is { } column
            ? (column, order.IsAscending)
            : (Date, ListOrder.Newest.IsAscending);
}
