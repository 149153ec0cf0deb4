using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Domain.Pledges.Issue;
using Kvell.Domain.Settings;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Pledges;

namespace Kvell.Web.Features.Pledges;

/// <summary>Sentences of the wizard that are put together from what is typed.</summary>
internal static class WizardWords
{
    private const int MostFields = 4;

    public static string TitleOf(bool isSingle) => isSingle ? "Операция по залогу" : "Групповое формирование залогов";

    /// <summary>«Иванов Иван Иванович, 12.03.1985, паспорт 45 08 123456, +7 903 555-01-85»</summary>
    public static string SubtitleOf(GroupWizard wizard)
    {
        var pledgor = wizard.Form.Pledgor;
        if (wizard.Form.Tab == WizardTab.Pledgor || pledgor.Name.Full.Length == 0)
            return $"{(wizard.IsPosted ? pledgor.Name.Full : wizard.Draft.IsSingle ? "Новая операция" : "Новое оформление")}, {wizard.Draft.BranchName}";
        var document = TypedText.IsBlank(pledgor.Number) ? "" : IdentityDocument.BriefOf(pledgor.DocumentKind, pledgor.Series, pledgor.Number);
        string[] parts = [pledgor.Name.Full, pledgor.BirthDate.Trim(), document, pledgor.Phone.Trim()];
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }

    /// <summary>«Исправьте 1 поле», «Осталось обновить 2 проверки», «Исправьте 3 ячейки».</summary>
    public static string CallOf(WizardTab tab, IReadOnlyList<FieldRefusal> refusals)
    {
        var count = refusals.Count;
        if (tab == WizardTab.Questionnaire && refusals.All(refusal => refusal.AsksAgain))
            return $"Осталось обновить {Russian.Count(count, "проверку", "проверки", "проверок")}";
        return tab == WizardTab.Items
            ? $"Исправьте {Russian.Count(count, "ячейку", "ячейки", "ячеек")}"
            : $"Исправьте {Russian.Count(count, "поле", "поля", "полей")}";
    }

    public static (IReadOnlyList<FieldRefusal> Named, int More) Shorten(IReadOnlyList<FieldRefusal> refusals) =>
        ([.. refusals.Take(MostFields)], Math.Max(0, refusals.Count - MostFields));

    /// <summary>Why «Провести» can't be pressed; null when it can.</summary>
    public static string? WhyNotPosted(GroupWizard wizard)
    {
        if (wizard.IsPosted)
            return "Все операции проведены";
        if (wizard.Keeper.State == KeepState.Closed)
            return "Оформление завершено";
        if (wizard.Keeper.State == KeepState.OpenElsewhere)
            return "Черновик открыт в другом окне";
        var first = wizard.Refusals.FirstOrDefault(refusal => wizard.Gate is not { } gate || IssueRules.Blocks(refusal, gate.Terms));
        return first is null ? IssueRules.FirstBlock(wizard.Concerns)?.Sentence : ReasonOf(first);
    }

    /// <summary>After posting the next step is the card, unless cash was entered or all is paid.</summary>
    public static bool IsCardNext(DocumentsView? view, GroupPayouts? payouts) =>
        view is { IsPosted: true, Cash.IsPositive: false } && payouts is { IsKvellInUse: true, NotReady: null, IsAllPaid: false, IsAllZeroed: false };

    /// <summary>After the card, or instead of it, the receipt: where one is still to be printed and nothing is waited for.</summary>
    public static bool IsReceiptNext(DocumentsView? view, GroupPayouts? payouts) =>
        view is { IsPosted: true } && payouts is not null && !IsCardNext(view, payouts) && !payouts.Undecided.IsPositive
        && view.Tickets.Any(ticket => ticket is { IsReceiptPrinted: false, IsZeroed: false });

    /// <summary>«Не заполнено: …» without the ending that the page says itself.</summary>
    public static string MissingOf(string notReady) =>
        notReady.EndsWith(KvellReadiness.CashOnly, StringComparison.Ordinal) ? notReady[..^KvellReadiness.CashOnly.Length].TrimEnd() : notReady;

    private static string ReasonOf(FieldRefusal refusal) => refusal switch
    {
        { AsksAgain: true, Field: FieldKeys.PassportCheck } => "Сначала обновите проверку паспорта",
        { AsksAgain: true, Field: FieldKeys.ListCheck } => "Сначала обновите проверку по перечням",
        { Kind: RefusalKind.Missing, Tab: WizardTab.Items } => "Сначала заполните перечень имущества",
        { Tab: WizardTab.Items } => "Сначала исправьте перечень имущества",
        { Tab: WizardTab.Pledgor } => "Сначала заполните залогодателя",
        { Tab: WizardTab.Questionnaire } => "Сначала заполните анкету",
        _ => $"Сначала исправьте поле «{refusal.Label}»",
    };
}
