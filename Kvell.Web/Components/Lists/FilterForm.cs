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

    // Searches on their way to the address and back: whoever types on is ahead of them.
    private readonly Queue<string> _sent = new();
    private (string Search, DateOnly? From, DateOnly? Through) _said = ("", null, null);

    public string Search { get; set; } = "";

    /// <summary>What the address says, or will once it has taken what was said last.</summary>
    public string SaidSearch => _sent.Count > 0 ? _sent.Last() : _said.Search;

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
        if (filter.Search != _said.Search && !IsOwnSearch(filter.Search))
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

    /// <summary>What is typed goes to the address now.</summary>
    /// <returns>False: it is there already, or must not get there.</returns>
    public bool TrySaySearch()
    {
        _errors.Remove(SearchField);
        if (SearchWords.HoldsCardNumber(Search))
        {
            _errors[SearchField] = NotAWholeCard;
            return false;
        }

        if (Search == SaidSearch)
            return false;
        _sent.Enqueue(Search);
        return true;
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
        _sent.Clear();
        (Search, From, Through) = ("", "", "");
    }

    /// <summary>This form's own words coming back, the earlier ones with them; anybody else's make them all past.</summary>
    private bool IsOwnSearch(string search)
    {
        while (_sent.TryDequeue(out var sent))
        {
            if (sent == search)
                return true;
        }

        return false;
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
