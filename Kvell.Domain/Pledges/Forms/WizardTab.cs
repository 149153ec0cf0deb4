namespace Kvell.Domain.Pledges.Forms;

public enum WizardTab
{
    Pledgor,
    Questionnaire,
    Items,
    Documents,
}

public static class WizardTabs
{
    public static IReadOnlyList<WizardTab> All { get; } = Enum.GetValues<WizardTab>();

    public static string NameOf(WizardTab tab) => tab switch
    {
        WizardTab.Pledgor => "Залогодатель",
        WizardTab.Questionnaire => "Анкета залогодателя",
        WizardTab.Items => "Перечень имущества",
        WizardTab.Documents => "Оформление документов",
        _ => throw new ArgumentOutOfRangeException(nameof(tab)),
    };
}
