using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Infrastructure.Pledges;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Kvell.Web.Features.Pledges;

public sealed partial class ItemsTab : IDisposable
{
    private const string GridId = "items-grid";

    private DotNetObjectReference<ItemsTab>? _self;
    private bool _isDisposed;
    private bool _isAsked;
    private bool _isReadOnly;
    private ItemForm[] _rows = [];
    private int[] _ordinals = [];
    private IReadOnlyList<(string Value, string Text)> _tickets = [];

    [Inject]
    private WizardScript Script { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public GroupWizard Wizard { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public Rates Rates { get; set; } = default!;

    /// <summary>A printed ticket keeps its number: no gap is closed before it.</summary>
    [Parameter]
    public bool HasPrintedTickets { get; set; }

    /// <summary>What there is to say about a paste; null takes back what was said.</summary>
    [Parameter]
    public EventCallback<string?> OnAnswer { get; set; }

    /// <summary>What is wrong with the rows.</summary>
    internal FieldRefusal[] Said { get; private set; } = [];

    private List<ItemForm> Items => Wizard.Form.Items;

    public void Dispose()
    {
        _isDisposed = true;
        _self?.Dispose();
    }

    [JSInvokable]
    public async Task RepeatAsync(int number)
    {
        if (Wizard.IsReadOnly || Items.ElementAtOrDefault(number - 1) is not { IsBlank: false } item)
            return;
        Items.Insert(number, item.Repeat(Wizard.Form.NextTicket));
        await ShowAsync(number + 1);
    }

    [JSInvokable]
    public async Task DeleteAsync(int number)
    {
        if (Wizard.IsReadOnly || Items.ElementAtOrDefault(number - 1) is not { IsBlank: false })
            return;
        Items.RemoveAt(number - 1);
        if (!HasPrintedTickets)
            Wizard.Form.CloseTicketGaps();
        await ShowAsync(Math.Min(number, Items.Count));
    }

    /// <param name="number">From 1.</param>
    [JSInvokable]
    public async Task PasteAsync(int number, string cell, string text)
    {
        if (Wizard.IsReadOnly)
            return;
        var refusal = ItemPaste.Into(Items, number - 1, cell, text, Rates.PriceOf);
        await OnAnswer.InvokeAsync(refusal);
        if (refusal is null)
            await ShowAsync(number);
    }

    protected override void OnInitialized()
    {
        if (!Wizard.IsReadOnly)
            KeepBlankRow();
        Look();
    }

    /// <summary>A key changes a row, and what follows by itself; the grid around them stays as it is.</summary>
    protected override bool ShouldRender() => Look();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender || !RendererInfo.IsInteractive)
            return;
        await Script.ReadyAsync();

        // The script took its time, and the tab may have been left since.
        if (!_isDisposed)
            await Script.ListenToGridAsync(GridId, _self = DotNetObjectReference.Create(this));
    }

    private Task AddAsync() => ShowAsync(Items.Count);

    private async Task ShowAsync(int number)
    {
        KeepBlankRow();
        _isAsked = true;
        Wizard.Note();
        StateHasChanged();
        await Task.Yield();
        await Script.FocusAsync(FieldKeys.Item(number, FieldKeys.ItemKind));
    }

    /// <returns>Whether the grid looks otherwise than before, or was asked to be rendered.</returns>
    private bool Look()
    {
        ItemForm[] rows = [.. Items];
        FieldRefusal[] said = [.. Wizard.SaidOn(WizardTab.Items)];
        int[] ordinals = [.. Wizard.Form.TypedItems.Where(item => item.HasTicket).Select(item => item.Ticket).Append(Wizard.Form.NextTicket).Distinct().Order()];
        if (!ordinals.SequenceEqual(_ordinals))
            (_isAsked, _ordinals, _tickets) = (true, ordinals, [.. ordinals.Select(ticket => (ItemRow.ChoiceOf(ticket), PledgeTicket.NameOf(ticket)))]);
        var isSame = !_isAsked && _isReadOnly == Wizard.IsReadOnly && rows.SequenceEqual(_rows) && said.SequenceEqual(Said);
        (_isAsked, _isReadOnly, _rows, Said) = (false, Wizard.IsReadOnly, rows, said);
        return !isSame;
    }

    /// <summary>One row always waits under the last item, with what the next one most often has.</summary>
    internal void KeepBlankRow()
    {
        if (Items is not [.., { IsBlank: true }])
        {
            var above = Items.LastOrDefault() ?? new ItemForm();
            var price = Rates.PriceOf(above.Metal, above.Fineness)?.Digits ?? "";
            Items.Add(new ItemForm { Metal = above.Metal, Fineness = above.Fineness, Price = price });
        }

        Items[^1].Ticket = Wizard.Form.NextTicket;
    }
}
