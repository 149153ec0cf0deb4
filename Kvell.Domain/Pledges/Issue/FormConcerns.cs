using Kvell.Domain.Pledges.Forms;

namespace Kvell.Domain.Pledges.Issue;

/// <summary>What is wrong with the typed group, as the strip says it: what is wrong one by one, what is missing once for each tab.</summary>
internal static class FormConcerns
{
    private const int MostNamed = 3;

    /// <param name="isPosted">The form is fixed: what was right when it was posted only warns, since nobody can put it right there.</param>
    public static IEnumerable<IssueConcern> Of(IReadOnlyList<FieldRefusal> refusals, IssueTerms terms, bool isPosted)
    {
        foreach (var tab in refusals.Where(refusal => !isPosted || refusal.Kind == RefusalKind.Stale).GroupBy(refusal => refusal.Tab))
        {
            foreach (var refusal in tab.Where(refusal => refusal.Kind != RefusalKind.Missing))
                yield return new IssueConcern(SentenceOf(refusal), refusal.Tab, refusal.Field, Blocks(refusal, terms, isPosted));
            var missing = tab.Where(refusal => refusal.Kind == RefusalKind.Missing).ToList();
            if (missing.Count > 0)
                yield return new IssueConcern(Missing(missing), tab.Key, missing[0].Field, Blocks: true);
        }
    }

    public static bool Blocks(FieldRefusal refusal, IssueTerms terms, bool isPosted) =>
        refusal.Kind != RefusalKind.Stale || (!isPosted && terms.Forbids(IssueBlocks.StaleChecks));

    /// <summary>A sentence that stands at its field needs the field's name away from it, but where it names it itself.</summary>
    private static string SentenceOf(FieldRefusal refusal) => refusal.Tab is WizardTab.Questionnaire or WizardTab.Items || refusal.Field == FieldKeys.BirthDate
        ? refusal.Sentence
        : $"{refusal.Label}: {char.ToLowerInvariant(refusal.Sentence[0])}{refusal.Sentence[1..]}";

    private static string Missing(List<FieldRefusal> missing)
    {
        var what = missing[0].Tab switch
        {
            WizardTab.Pledgor => "Данные клиента не заполнены",
            WizardTab.Questionnaire => "Анкета не заполнена",
            WizardTab.Items => "Перечень имущества не заполнен",
            _ => "Не заполнено",
        };
        var named = string.Join(", ", missing.Take(MostNamed).Select(refusal => refusal.Label));
        return $"{what}: {named}{(missing.Count > MostNamed ? $" и ещё {missing.Count - MostNamed}" : "")}";
    }
}
