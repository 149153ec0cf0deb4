using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges.Forms;

/// <summary>All that stands between a group and «Провести»: one list, empty when it may be posted.</summary>
public static class GroupRules
{
    public static IReadOnlyList<FieldRefusal> Check(GroupForm form, DateTime now, TimeZoneInfo zone)
    {
        var today = BranchZone.DayOf(now, zone);
        return
        [
            .. PledgorRules.Check(form.Pledgor, today),
            .. QuestionnaireRules.Check(form.Questionnaire, form.Pledgor, now, zone),
            .. ItemRules.Check(form.Items),
            .. CheckIssue(form, today),
        ];
    }

    /// <summary>Tickets as the items make them, in their order.</summary>
    public static IReadOnlyList<TicketDraft> TicketsOf(GroupForm form) =>
    [
        .. form.TypedItems.GroupBy(form.TicketOf)
            .Where(group => group.Key != ItemForm.NoTicket)
            .OrderBy(group => group.Key)
            .Select(group => new TicketDraft(
                group.Key,
                [.. group],
                Money.Sum(group.Select(item => item.Appraisal ?? Money.Zero)),
                Money.Sum(group.Select(item => item.LoanAmount ?? Money.Zero)))),
    ];

    private static IEnumerable<FieldRefusal> CheckIssue(GroupForm form, DateOnly today)
    {
        var refusals = new RefusalList(WizardTab.Documents);
        if (form.Issue.LoanDate(today) is not { } date)
            refusals.Wrong(FieldKeys.Date, "Дата", "Нужна дата, например 24.10.2022 12:19:10");
        else if (date > today)
            refusals.Wrong(FieldKeys.Date, "Дата", "Дата займа ещё не наступила");
        else if (date < today.AddYears(-1))
            refusals.Wrong(FieldKeys.Date, "Дата", "Дата займа больше года назад: проверьте год");
        if (form.Informs.ByEmail && TypedText.IsBlank(form.Pledgor.Email))
            refusals.Wrong(FieldKeys.ByEmail, "Email", "Нужен адрес клиента: заполните «Email» на вкладке «Залогодатель» или снимите галочку");
        var total = Money.Sum(form.TypedItems.Select(item => item.LoanAmount ?? Money.Zero));
        if (form.Issue.CashAmount is not { } cash)
            refusals.Wrong(FieldKeys.Cash, "Наличные", "Нужна сумма, например 1234,50");
        else if (cash > total)
            refusals.Wrong(FieldKeys.Cash, "Наличные", $"Наличных больше, чем займов. Поставьте не больше {total}.");
        return refusals.All;
    }
}

/// <summary>A ticket before it is posted.</summary>
public sealed record TicketDraft(int Ordinal, IReadOnlyList<ItemForm> Items, Money Appraisal, Money Loan)
{
    public string Name => PledgeTicket.NameOf(Ordinal);

    public PledgeKind Kind => PledgeKinds.Of(Items.Select(item => item.Metal));
}
