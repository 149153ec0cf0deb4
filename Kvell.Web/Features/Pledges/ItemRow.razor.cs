using System.Globalization;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Infrastructure.Pledges;
using Microsoft.AspNetCore.Components;

namespace Kvell.Web.Features.Pledges;

public sealed partial class ItemRow
{
    private static readonly IReadOnlyList<(string Value, string Text)> Metals = [.. Lists.Metals.Select(metal => (metal, metal)), ("", "–")];

    private static readonly Dictionary<string, IReadOnlyList<(string Value, string Text)>> FinenessesOf =
        Lists.Metals.ToDictionary(metal => metal, IReadOnlyList<(string Value, string Text)> (metal) => [.. Lists.FinenessesOf(metal).Select(fineness => (fineness, fineness))]);

    private (int Number, IReadOnlyList<(string Value, string Text)> Tickets, bool IsReadOnly, string Said, int Changes) _shown;

    [Parameter]
    [EditorRequired]
    public ItemsTab Grid { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public ItemForm Item { get; set; } = default!;

    /// <summary>From 1.</summary>
    [Parameter]
    [EditorRequired]
    public int Number { get; set; }

    /// <summary>The tickets that there are, and the next one.</summary>
    [Parameter]
    [EditorRequired]
    public IReadOnlyList<(string Value, string Text)> Tickets { get; set; } = [];

    internal GroupWizard Wizard => Grid.Wizard;

    private string? Hint => Item.IsBlank && !Wizard.IsReadOnly ? "Начните печатать вид предмета: «бр» – Браслет, «ц» – Цепь, «к» – Кольцо" : null;

    /// <summary>Typed over, or reckoned.</summary>
    private string Appraisal => TypedText.IsBlank(Item.TypedAppraisal) ? Item.ReckonedAppraisal?.Digits ?? "" : Item.TypedAppraisal;

    private IReadOnlyList<(string Value, string Text)> Finenesses => FinenessesOf.GetValueOrDefault(Item.Metal, []);

    private IReadOnlyList<(string Value, string Text)> TicketChoices => Item.HasTicket ? Tickets : [(ChoiceOf(ItemForm.NoTicket), "–"), .. Tickets];

    private IReadOnlyList<FieldRefusal> Said => Grid.Said.Length == 0 ? [] : [.. Grid.Said.Where(refusal => refusal.Field.StartsWith(FieldKeys.Item(Number, ""), StringComparison.Ordinal))];

    protected override void OnInitialized() => _shown = Look();

    /// <summary>A key in one row leaves the others as they are, however many there are.</summary>
    protected override bool ShouldRender()
    {
        var before = _shown;
        _shown = Look();
        return _shown != before;
    }

    /// <summary>All that the row shows, for the comparison.</summary>
    private (int Number, IReadOnlyList<(string Value, string Text)> Tickets, bool IsReadOnly, string Said, int Changes) Look() =>
        (Number, Tickets, Wizard.IsReadOnly, Said is { Count: > 0 } said ? string.Join('\n', said.Select(refusal => refusal.Field + refusal.Sentence)) : "", Item.Changes);

    /// <summary>A cell tells its row, the row its grid; the whole page is rendered by <see cref="GroupWizard.Changed"/>.</summary>
    internal void Note(string cell)
    {
        Grid.KeepBlankRow();
        Wizard.Typed(FieldKeys.Item(Number, cell));
    }

    internal static string ChoiceOf(int ticket) => ticket.ToString(CultureInfo.InvariantCulture);

    private static string TidyWeight(string typed) => TypedText.TryDecimal(typed, 3, out var grams) ? ItemForm.Weight(grams) : typed;

    /// <summary>What equals the reckoned sum isn't typed over it.</summary>
    private void TypeAppraisal(string typed) =>
        Item.TypedAppraisal = TypedText.TryMoney(typed, out var money) && money == Item.ReckonedAppraisal ? "" : typed;

    private void ChooseMetal(string metal)
    {
        Item.Metal = metal;
        var known = Lists.FinenessesOf(metal);
        if (!known.Contains(Item.Fineness))
            Item.Fineness = Grid.Rates.Prices.FirstOrDefault(price => price.Metal == metal)?.Fineness ?? (known.Count > 0 ? known[0] : "");
        TakePrice();
    }

    private void ChooseFineness(string fineness)
    {
        Item.Fineness = fineness;
        TakePrice();
    }

    private void ChooseTicket(string ticket) => Item.Ticket = int.Parse(ticket, CultureInfo.InvariantCulture);

    private void TakePrice() => Item.Price = Grid.Rates.PriceOf(Item.Metal, Item.Fineness)?.Digits ?? "";
}
