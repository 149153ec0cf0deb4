using Kvell.Domain.Common;
using Kvell.Infrastructure.Lists;
using Kvell.Web.Components.Fields;

namespace Kvell.Web.Components.Lists;

/// <summary>What stands typed in a list's filter, and what is wrong with it. The address gets only what is right.</summary>
public sealed class FilterForm(Action changed) : IFormState
{
    public const string SearchField = "list-search";
    public const string FromField = "list-from";
    public const string ThroughField = "list-through";

    public const string NotADate = "Введите дату: 24.10.2022";
    public const string Backwards = "Не раньше начала периода";
    public const string NotAWholeCard = "Номер карты целиком здесь не вводят: достаточно последних четырёх цифр.";

    private readonly Dictionary<string, string> _errors = [];
    private (string Search, DateOnly? From, DateOnly? Through) _said;

    public string Search { get; set; } = "";

    public string From { get; set; } = "";

    public string Through { get; set; } = "";

    public DateOnly Today { get; set; }

    public bool IsReadOnly { get; set; }

    public string? ErrorOf(string field) => _errors.GetValueOrDefault(field);

    public void Typed(string field) => _errors.Remove(field);

    public void Left(string field)
    {
        if (field is not (FromField or ThroughField))
            return;
        if (TryDay(field == FromField ? From : Through, out _))
            changed();
        else
            _errors[field] = NotADate;
    }

    /// <summary>What the address says now; what it said before stays as it is typed.</summary>
    public void Follow(ListFilter filter)
    {
        if (filter.Search != _said.Search)
            Search = filter.Search;
        if (filter.From != _said.From)
            Take(FromField, filter.From);
        if (filter.Through != _said.Through)
            Take(ThroughField, filter.Through);
        _said = (filter.Search, filter.From, filter.Through);
        if (filter.From > filter.Through)
            _errors[ThroughField] = Backwards;
        else if (ErrorOf(ThroughField) == Backwards)
            _errors.Remove(ThroughField);
    }

    /// <returns>False: the search must not get into the address.</returns>
    public bool MaySaySearch()
    {
        _errors.Remove(SearchField);
        if (!SearchWords.HoldsCardNumber(Search))
            return true;
        _errors[SearchField] = NotAWholeCard;
        return false;
    }

    /// <summary>The typed period in the address's words; a field that can't be read keeps what the address says.</summary>
    public IReadOnlyDictionary<string, object?> Period() => new Dictionary<string, object?>
    {
        [ListAddress.From] = Write(From, _said.From),
        [ListAddress.Through] = Write(Through, _said.Through),
    };

    public void Clear()
    {
        _errors.Clear();
        (Search, From, Through) = ("", "", "");
    }

    private void Take(string field, DateOnly? day)
    {
        var text = day is { } known ? Russian.Date(known) : "";
        if (field == FromField)
            From = text;
        else
            Through = text;
        _errors.Remove(field);
    }

    private string? Write(string typed, DateOnly? said)
    {
        var day = TryDay(typed, out var read) ? read : said;
        return day is { } known ? ListAddress.Write(known) : null;
    }

    private bool TryDay(string typed, out DateOnly? day)
    {
        day = null;
        if (TypedText.IsBlank(typed))
            return true;
        if (!TypedText.TryDate(typed, Today, out var read) || !ListAddress.IsPossible(read))
            return false;
        day = read;
        return true;
    }
}
