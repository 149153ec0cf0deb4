using Kvell.Infrastructure.Branches;
using Kvell.Infrastructure.Lists;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Kvell.Web.Components.Lists;

/// <summary>A page with a list: everything it shows is said by its address, and it shows what changes in the database.</summary>
public abstract class JournalPage<TFilter, TRow> : LivePage
    where TFilter : ListFilter, new()
    where TRow : notnull
{
    private Dictionary<string, StringValues> _query = [];
    private string? _path;
    private string? _shownAddress;
    private string? _goingTo;
    private int _goings;
    private int _asked;

    [Inject]
    protected NavigationManager Navigation { get; private set; } = default!;

    [Inject]
    private ShowListFrame Frames { get; set; } = default!;

    protected ListFrame Frame { get; private set; } = new([], default);

    protected TFilter Filter { get; private set; } = new();

    protected ListPage<TRow> Page { get; private set; } = new([], null, null);

    /// <summary>Rows of this page that have changed before the reader's eyes.</summary>
    protected IReadOnlyList<TRow> Changed { get; private set; } = [];

    protected bool IsPeriodBackwards => Filter.From > Filter.Through;

    protected bool IsNarrowed => ListAddress.IsNarrowed(new Uri(Navigation.Uri).Query);

    /// <summary>The list's own address, with nothing said.</summary>
    protected string PlainAddress => new Uri(Navigation.Uri).AbsolutePath;

    protected abstract Guid IdOf(TRow row);

    /// <summary>What the address says.</summary>
    /// <param name="said">Its part of a name; null for nothing.</param>
    protected abstract TFilter ReadAddress(Func<string, string?> said);

    protected abstract Task<ListPage<TRow>> ReadAsync(TFilter filter, CancellationToken cancellationToken);

    /// <summary>What the address says under a name; null for nothing.</summary>
    protected string? Said(string name) => _query.TryGetValue(name, out var values) && values is [{ Length: > 0 } value, ..] ? value : null;

    protected bool IsLive(TRow row) => Changed.Any(changed => IdOf(changed) == IdOf(row));

    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        _path = PlainAddress;
        Navigation.LocationChanged += OnLocationChanged;
    }

    protected override void Dispose(bool disposing)
    {
        Navigation.LocationChanged -= OnLocationChanged;
        base.Dispose(disposing);
    }

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var (asked, address) = (++_asked, Navigation.Uri);
        _query = QueryHelpers.ParseQuery(new Uri(address).Query);
        Filter = ReadAddress(Said);
        if (Frame.Branches.Count == 0)
            Frame = await Frames.ExecuteAsync(Actor, cancellationToken);
        var page = IsPeriodBackwards ? new ListPage<TRow>([], null, null) : await ReadAsync(Filter, cancellationToken);

        // Whoever types on has asked for something else by now.
        if (asked != _asked)
            return;
        if (address != _shownAddress)
            Changed = [];
        else if (page.Rows.Except(Page.Rows).ToList() is { Count: > 0 } changed)
            Changed = changed;
        (_shownAddress, Page) = (address, page);
    }

    /// <summary>Another query of the same page: the router has nothing to set for it.</summary>
    private void OnLocationChanged(object? sender, LocationChangedEventArgs change)
    {
        _goings = Math.Max(_goings - 1, 0);
        if (_goings == 0)
            _goingTo = null;
        if (new Uri(change.Location).AbsolutePath != _path)
            return;
        _ = InvokeAsync(async () =>
        {
            await ReloadAsync();
            StateHasChanged();
        });
    }

    /// <summary>The same list as a workbook.</summary>
    protected string ExportHref => $"{PlainAddress}/export{new Uri(Navigation.Uri).Query}";

    /// <summary>Says something else in the address; the list starts anew.</summary>
    /// <param name="replace">Instead of the present address, not after it: what is being typed isn't a way back.</param>
    protected void Say(IReadOnlyDictionary<string, object?> parts, bool replace = false)
    {
        var all = new Dictionary<string, object?>(parts) { [ListAddress.Place] = null };

        // What was said a moment ago may still be on its way to the browser.
        GoTo(Navigation.GetUriWithQueryParameters(_goingTo ?? Navigation.Uri, all), replace);
    }

    protected void Say(string name, string? value) => Say(new Dictionary<string, object?> { [name] = value is { Length: > 0 } ? value : null });

    protected void Sort(ListOrder order) => Say(new Dictionary<string, object?> { [ListAddress.Sort] = order == ListOrder.Newest ? null : order.ToString() });

    protected void Reset() => GoTo(Navigation.ToAbsoluteUri(PlainAddress).ToString(), replace: false);

    private void GoTo(string address, bool replace)
    {
        _goingTo = address;
        _goings++;
        Navigation.NavigateTo(address, replace: replace);
    }
}
