using System.Globalization;
using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges.Forms;

/// <summary>Lines and columns of a spreadsheet, put into «Перечень имущества» as a spreadsheet would: to the right and down from one cell.</summary>
public static class ItemPaste
{
    /// <summary>The grid's columns in the order in which they are seen; «Чистый вес» is reckoned, and what stands there is passed over.</summary>
    private static readonly string?[] Columns =
    [
        FieldKeys.ItemKind, FieldKeys.ItemDescription, FieldKeys.ItemMetal, FieldKeys.ItemFineness, FieldKeys.ItemGross, FieldKeys.ItemInserts, null,
        FieldKeys.ItemPrice, FieldKeys.ItemFactor, FieldKeys.ItemAppraisal, FieldKeys.ItemLoan, FieldKeys.ItemTicket,
    ];

    /// <param name="items">The rows, the blank one that waits at the end included. Changed only when all of it fits.</param>
    /// <param name="row">From 0: where the first line goes.</param>
    /// <param name="cell">Where the first column goes.</param>
    /// <param name="price">A gram's price for what is pasted without one.</param>
    /// <returns>Why nothing was pasted; null when all was.</returns>
    public static string? Into(List<ItemForm> items, int row, string cell, string text, Func<string, string, Money?> price)
    {
        var lines = text.TrimEnd('\r', '\n').Split('\n').Select(line => line.TrimEnd('\r').Split('\t')).ToList();
        var first = Array.IndexOf(Columns, cell);
        if (first < 0 || row < 0 || row > items.Count)
            return "Сюда вставить нельзя: поставьте курсор в ячейку таблицы.";
        if (row + lines.Count > ItemRules.MostTickets)
            return $"В таблице не больше {ItemRules.MostTickets} предметов, а вставляется {lines.Count}. Разделите их на несколько оформлений.";
        if (lines.Any(line => first + line.Length > Columns.Length))
            return $"Вставляется больше столбцов, чем есть в таблице справа от курсора: не больше {Columns.Length - first}.";
        var typed = items.Where(item => !item.IsBlank).Select(item => item.Ticket).DefaultIfEmpty(0).Max();
        var made = new List<ItemForm>();
        for (var i = 0; i < lines.Count; i++)
        {
            var item = row + i < items.Count && !items[row + i].IsBlank ? Copy(items[row + i]) : new ItemForm { Ticket = ++typed };
            if (WrongOf(item, lines[i], first, price) is { } wrong)
                return $"Ничего не вставлено. Строка {i + 1}: {wrong}";
            made.Add(item);
        }

        items.RemoveRange(row, Math.Min(made.Count, items.Count - row));
        items.InsertRange(row, made);
        return null;
    }

    private static string? WrongOf(ItemForm item, string[] values, int first, Func<string, string, Money?> price)
    {
        var (metal, fineness) = (item.Metal, item.Fineness);
        for (var i = 0; i < values.Length; i++)
        {
            if (Columns[first + i] is { } column && Set(item, column, TypedText.Trimmed(values[i])) is { } wrong)
                return wrong;
        }

        if ((metal, fineness) != (item.Metal, item.Fineness) || TypedText.IsBlank(item.Price))
            item.Price = Array.IndexOf(Columns, FieldKeys.ItemPrice) is var at && at >= first && at < first + values.Length && !TypedText.IsBlank(values[at - first])
                ? item.Price : price(item.Metal, item.Fineness)?.Digits ?? "";
        return null;
    }

    private static string? Set(ItemForm item, string column, string value)
    {
        switch (column)
        {
            case FieldKeys.ItemKind: item.Kind = Lists.CompleteKind(value); return null;
            case FieldKeys.ItemDescription: item.Description = value; return null;
            case FieldKeys.ItemMetal: return SetMetal(item, value);
            case FieldKeys.ItemFineness: return SetFineness(item, value);
            case FieldKeys.ItemGross: item.Gross = value; return null;
            case FieldKeys.ItemInserts: item.Inserts = value; return null;
            case FieldKeys.ItemPrice: item.Price = TypedText.TidyMoney(value); return null;
            case FieldKeys.ItemFactor: item.Factor = value; return null;
            case FieldKeys.ItemAppraisal: item.TypedAppraisal = TypedText.TidyMoney(value); return null;
            case FieldKeys.ItemLoan: item.Loan = TypedText.TidyMoney(value); return null;
            default: return SetTicket(item, value);
        }
    }

    private static string? SetMetal(ItemForm item, string value)
    {
        var metal = Lists.Metals.FirstOrDefault(known => known.Equals(value, StringComparison.OrdinalIgnoreCase));
        if (metal is null && value is not ("" or "–" or "-"))
            return $"металла «{value}» нет в списке ({string.Join(", ", Lists.Metals)})";
        item.Metal = metal ?? "";
        if (!Lists.FinenessesOf(item.Metal).Contains(item.Fineness))
            item.Fineness = Lists.FinenessesOf(item.Metal) is [var usual, ..] ? usual : "";
        return null;
    }

    private static string? SetFineness(ItemForm item, string value)
    {
        if (value.Length > 0 && !Lists.FinenessesOf(item.Metal).Contains(value))
            return $"пробы «{value}» у металла {(item.HasMetal ? item.Metal : "–")} нет";
        if (value.Length > 0)
            item.Fineness = value;
        return null;
    }

    /// <summary>«Билет №02», or 2.</summary>
    private static string? SetTicket(ItemForm item, string value)
    {
        if (value.Length == 0)
            return null;
        if (!int.TryParse(TypedText.Digits(value), NumberStyles.None, CultureInfo.InvariantCulture, out var ticket) || ticket is < 1 or > ItemRules.MostTickets)
            return $"«{value}» – не номер билета: нужно от 1 до {ItemRules.MostTickets}";
        item.Ticket = ticket;
        return null;
    }

    private static ItemForm Copy(ItemForm item) => new()
    {
        Kind = item.Kind,
        Description = item.Description,
        Metal = item.Metal,
        Fineness = item.Fineness,
        Gross = item.Gross,
        Inserts = item.Inserts,
        Price = item.Price,
        Factor = item.Factor,
        TypedAppraisal = item.TypedAppraisal,
        Loan = item.Loan,
        Ticket = item.Ticket,
    };
}
