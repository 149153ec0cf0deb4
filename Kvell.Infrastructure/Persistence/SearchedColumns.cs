using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kvell.Infrastructure.Persistence;

/// <summary>
/// Columns that lists are searched and sorted by as text. What begins with «ЛВЕС-0» is a range of them only where texts stand in the order of
/// their characters: SQLite's own order, and on SQL Server a collation that must be asked for.
/// </summary>
internal static class SearchedColumns
{
    private const string Mark = "Kvell:Searched";
    private const string BinaryOrder = "Latin1_General_100_BIN2";

    public static PropertyBuilder<T> IsSearched<T>(this PropertyBuilder<T> column) => column.HasAnnotation(Mark, true);

    public static void OrderBinary(ModelBuilder model)
    {
        foreach (var column in model.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()).Where(column => column.FindAnnotation(Mark) is not null))
            column.SetCollation(BinaryOrder);
    }
}
