using Kvell.Domain.Common;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace Kvell.Infrastructure.Lists;

/// <param name="Width">In characters.</param>
/// <param name="Value">Text, a local time, <see cref="Money"/>, a whole number, or null for an empty cell.</param>
internal sealed record SheetColumn<T>(string Title, double Width, Func<T, object?> Value);

/// <summary>Writes rows into an XLSX as they come: neither the rows nor the workbook are ever held.</summary>
internal static class Workbook
{
    private const string DateAndTime = "dd.mm.yyyy hh:mm:ss";
    private const string Roubles = "#,##0.00";

    public static async Task WriteAsync<T>(
        Stream workbook, string sheet, IReadOnlyList<SheetColumn<T>> columns, IAsyncEnumerable<T> rows, CancellationToken cancellationToken)
    {
        await using var spreadsheet = await Spreadsheet.CreateNewAsync(workbook, cancellationToken: cancellationToken);
        var heading = spreadsheet.AddStyle(new Style { Font = { Bold = true } });
        var dates = spreadsheet.AddStyle(new Style { Format = NumberFormat.Custom(DateAndTime) });
        var sums = spreadsheet.AddStyle(new Style { Format = NumberFormat.Custom(Roubles) });
        var options = new WorksheetOptions { FrozenRows = 1 };
        for (var i = 0; i < columns.Count; i++)
            options.Column(i + 1).Width = columns[i].Width;
        await spreadsheet.StartWorksheetAsync(sheet, options, cancellationToken);
        await spreadsheet.AddRowAsync([.. columns.Select(column => new StyledCell(column.Title, heading))], cancellationToken);
        var cells = new StyledCell[columns.Count];
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            for (var i = 0; i < cells.Length; i++)
                cells[i] = CellOf(columns[i].Value(row), dates, sums);
            await spreadsheet.AddRowAsync(cells, cancellationToken);
        }

        await spreadsheet.FinishAsync(cancellationToken);
    }

    private static StyledCell CellOf(object? value, StyleId dates, StyleId sums) => value switch
    {
        null or "" => default,
        string text => new StyledCell(text, null),
        DateTime at => new StyledCell(at, dates),
        Money amount => new StyledCell(amount.Rubles, sums),
        int number => new StyledCell(number, null),
        _ => throw new ArgumentException($"A cell can't hold {value.GetType()}.", nameof(value)),
    };
}
