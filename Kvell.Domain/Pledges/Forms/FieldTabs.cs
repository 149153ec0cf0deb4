namespace Kvell.Domain.Pledges.Forms;

/// <summary>On which tab a field stands.</summary>
public static class FieldTabs
{
    private static readonly (string Prefix, WizardTab Tab)[] Prefixes =
    [
        ("pledgor-", WizardTab.Pledgor),
        ("check-", WizardTab.Questionnaire),
        ("answer-", WizardTab.Questionnaire),
        ("item-", WizardTab.Items),
        ("issue-", WizardTab.Documents),
        (FieldKeys.NextBlank, WizardTab.Documents),
    ];

    /// <returns>Null: no field of the wizard's is called so.</returns>
    public static WizardTab? Of(string field) =>
        Prefixes.Where(known => field.StartsWith(known.Prefix, StringComparison.Ordinal)).Select(known => (WizardTab?)known.Tab).FirstOrDefault();
}
