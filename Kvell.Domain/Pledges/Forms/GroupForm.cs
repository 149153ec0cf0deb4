using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges.Forms;

/// <summary>
/// What the wizard holds of one group, as it was typed: the content of a draft. A wrong text stays as it is; what it
/// means, and whether it may be posted, is for <see cref="GroupRules"/> to say.
/// </summary>
public sealed class GroupForm
{
    /// <summary>The ticket of an operation made by itself.</summary>
    public const int OnlyTicket = 1;

    public WizardTab Tab { get; set; }

    /// <summary>All items are one ticket's, whatever they say. The draft's own to say, so it is no part of the content.</summary>
    public bool IsSingle { get; private set; }

    /// <summary>Tabs whose empty fields are pointed out: they were left once.</summary>
    public HashSet<WizardTab> Left { get; set; } = [];

    public PledgorForm Pledgor { get; set; } = new();

    public QuestionnaireForm Questionnaire { get; set; } = new();

    public List<ItemForm> Items { get; set; } = [];

    public IssueForm Issue { get; set; } = new();

    public IEnumerable<ItemForm> TypedItems => Items.Where(item => !item.IsBlank);

    /// <summary>The ordinal of a ticket that has no items yet.</summary>
    public int NextTicket => IsSingle ? OnlyTicket : TypedItems.Select(item => item.Ticket).DefaultIfEmpty(0).Max() + 1;

    /// <summary>As ticked, and until then as the questionnaire says: part of the ticket's individual terms.</summary>
    public InformWays Informs => new(
        Issue.BySms ?? Questionnaire.Reminders == Lists.BySms,
        Issue.ByEmail ?? (Questionnaire.Reminders == Lists.ByEmail && !TypedText.IsBlank(Pledgor.Email)));

    /// <summary>«Телефон +7 903 555-01-85, СМС, ivanov@example.ru»</summary>
    public string Contact => string.Join(", ", new[]
    {
        $"Телефон {TypedText.Trimmed(Pledgor.Phone)}",
        Informs.BySms ? Lists.BySms : "",
        Informs.ByEmail ? TypedText.Trimmed(Pledgor.Email) : "",
    }.Where(part => part.Length > 0));

    /// <summary>Of an operation made by itself.</summary>
    public GroupForm AsSingle()
    {
        IsSingle = true;
        return this;
    }

    public int TicketOf(ItemForm item) => IsSingle ? OnlyTicket : item.Ticket;

    /// <summary>Closes the gaps that a deleted row left in the tickets' numbers; while none is printed.</summary>
    public void CloseTicketGaps()
    {
        var order = TypedItems.Where(item => item.HasTicket).Select(item => item.Ticket).Distinct().Order().ToList();
        foreach (var item in TypedItems.Where(item => item.HasTicket))
            item.Ticket = order.IndexOf(item.Ticket) + 1;
    }

    /// <summary>«Отмена залогового билета»: its items stay, in no ticket, until they are put into another one or deleted.</summary>
    public void FreeTicket(int ordinal)
    {
        foreach (var item in TypedItems.Where(item => item.Ticket == ordinal))
            item.Ticket = ItemForm.NoTicket;
    }
}

/// <summary>«СМС», «Email»: how the client hears of his loans.</summary>
public readonly record struct InformWays(bool BySms, bool ByEmail);
