using Kvell.Domain.Common;
using Kvell.Domain.Pledges.Forms;
using Xunit;

namespace Kvell.Tests.Pledges;

/// <summary>Lines of a spreadsheet in «Перечень имущества»: all of them, or none and a sentence.</summary>
public sealed class ItemPasteTests
{
    private readonly List<ItemForm> _items = [Sample.Item("500", 1), new()];

    [Fact]
    public void Whole_rows_go_down_from_the_blank_one_with_a_ticket_each()
    {
        Assert.Null(Paste(1, FieldKeys.ItemKind, "бр\tПлетение «Бисмарк»\tau\t750\t3,10\t0,10\t3,00\t2 760\t1\t\t6 500,50\t\r\nЦепь\t\tAg\t925\t10.5\t\t\t\t\t\t200\tБилет №01\n"));
        Assert.Equal(["Браслет", "Браслет", "Цепь"], _items.Select(item => item.Kind));
        var (gold, silver) = (_items[1], _items[2]);
        Assert.Equal(("Плетение «Бисмарк»", "Au", "750", "3,10", "2\u00A0760,00", 650_050, 2), (gold.Description, gold.Metal, gold.Fineness, gold.Gross, gold.Price, gold.LoanAmount!.Value.Kopecks, gold.Ticket));
        Assert.Equal(3.00m, gold.Net);
        Assert.Equal(("Ag", "925", 10.5m, "28,50", 1), (silver.Metal, silver.Fineness, silver.Net, silver.Price, silver.Ticket));
    }

    [Fact]
    public void A_column_goes_into_the_cells_under_it_and_leaves_the_rest_as_typed()
    {
        _items.Insert(1, Sample.Item("700", 2));
        Assert.Null(Paste(0, FieldKeys.ItemLoan, "1234.50\n99"));
        Assert.Equal([123_450, 9_900], _items.Take(2).Select(item => item.LoanAmount!.Value.Kopecks));
        Assert.All(_items.Take(2), item => Assert.Equal(("Браслет", "3,10"), (item.Kind, item.Gross)));
    }

    [Theory]
    [InlineData(FieldKeys.ItemKind, "Цепь\t\tXx\t585", "Ничего не вставлено. Строка 1: металла «Xx» нет в списке (Au, Ag, Pt, Pd)")]
    [InlineData(FieldKeys.ItemMetal, "Au\t585\nAu\t925", "Ничего не вставлено. Строка 2: пробы «925» у металла Au нет")]
    [InlineData(FieldKeys.ItemTicket, "1\nпервый", "Ничего не вставлено. Строка 2: «первый» – не номер билета: нужно от 1 до 99")]
    [InlineData(FieldKeys.ItemLoan, "1\t2\t3", "Вставляется больше столбцов, чем есть в таблице справа от курсора: не больше 2.")]
    public void What_does_not_fit_changes_nothing_and_is_named(string cell, string text, string sentence)
    {
        var before = _items.ToList();
        Assert.Equal(sentence, Paste(0, cell, text));
        Assert.Equal(before, _items);
        Assert.Equal("500", _items[0].Loan);
    }

    [Fact]
    public void More_rows_than_the_grid_holds_are_refused()
    {
        Assert.Null(Paste(1, FieldKeys.ItemKind, string.Join('\n', Enumerable.Repeat("Цепь\t", 98))));
        Assert.Equal(Enumerable.Range(1, 99), _items.Select(item => item.Ticket));
        Assert.StartsWith("В таблице не больше 99 предметов", Paste(0, FieldKeys.ItemKind, string.Join('\n', Enumerable.Repeat("Цепь\t", 100))), StringComparison.Ordinal);
    }

    /// <summary>A wrong number is pasted as it is: the grid says so at its cell, as if it were typed.</summary>
    [Fact]
    public void A_number_that_cannot_be_read_stays_to_be_mended()
    {
        Assert.Null(Paste(0, FieldKeys.ItemGross, "три\t0"));
        Assert.Equal("три", _items[0].Gross);
    }

    private string? Paste(int row, string cell, string text) =>
        ItemPaste.Into(_items, row, cell, text, (metal, fineness) => (metal, fineness) == ("Ag", "925") ? Money.FromRubles(28.50m) : null);
}
