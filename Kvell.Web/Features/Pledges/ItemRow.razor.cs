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

    [Parameter]
    [EditorRequired]
    public GroupWizard Wizard { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public Rates Rates { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public ItemForm Item { get; set; } = default!;

    /// <summary>From 1.</summary>
    [Parameter]
    [EditorRequired]
    public int Number { get; set; }

    /// <summary>A cell of the row was typed in.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    [Parameter]
    public EventCallback<int> OnDelete { get; set; }

    private string? Hint => Item.IsBlank && !Wizard.IsReadOnly ? "Начните печатать вид предмета: «бр» – Браслет, «ц» – Цепь, «к» – Кольцо" : null;

    /// <summary>Typed over, or reckoned.</summary>
    private string Appraisal => TypedText.IsBlank(Item.TypedAppraisal) ? Item.ReckonedAppraisal?.Digits ?? "" : Item.TypedAppraisal;

    private IEnumerable<(string Value, string Text)> Finenesses => Lists.FinenessesOf(Item.Metal).Select(fineness => (fineness, fineness));

    private IEnumerable<(string Value, string Text)> Tickets =>
        Wizard.Form.TypedItems.Where(item => item.HasTicket).Select(item => item.Ticket).Append(Item.Ticket).Append(Wizard.Form.NextTicket).Distinct().Order()
            .Select(ticket => (ticket.ToString(CultureInfo.InvariantCulture), ticket == ItemForm.NoTicket ? "–" : PledgeTicket.NameOf(ticket)));

    private List<FieldRefusal> Said => [.. Wizard.SaidOn(WizardTab.Items).Where(refusal => refusal.Field.StartsWith(FieldKeys.Item(Number, ""), StringComparison.Ordinal))];

    /// <summary>A cell tells its row, the row its grid.</summary>
    internal async Task NoteAsync(string cell)
    {
        await OnChanged.InvokeAsync();
        Wizard.Typed(FieldKeys.Item(Number, cell));
    }

    private static string TidyWeight(string typed) => TypedText.TryDecimal(typed, 3, out var grams) ? ItemForm.Weight(grams) : typed;

    /// <summary>What equals the reckoned sum isn't typed over it.</summary>
    private void TypeAppraisal(string typed) =>
        Item.TypedAppraisal = TypedText.TryMoney(typed, out var money) && money == Item.ReckonedAppraisal ? "" : typed;

    private void ChooseMetal(string metal)
    {
        Item.Metal = metal;
        var known = Lists.FinenessesOf(metal);
        if (!known.Contains(Item.Fineness))
            Item.Fineness = Rates.Prices.FirstOrDefault(price => price.Metal == metal)?.Fineness ?? (known.Count > 0 ? known[0] : "");
        TakePrice();
    }

    private void ChooseFineness(string fineness)
    {
        Item.Fineness = fineness;
        TakePrice();
    }

    private void ChooseTicket(string ticket) => Item.Ticket = int.Parse(ticket, CultureInfo.InvariantCulture);

    private void TakePrice() => Item.Price = Rates.PriceOf(Item.Metal, Item.Fineness)?.Digits ?? "";
}
