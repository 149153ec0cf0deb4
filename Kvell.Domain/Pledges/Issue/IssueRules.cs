using Kvell.Domain.Common;
using Kvell.Domain.Pledges.Forms;

namespace Kvell.Domain.Pledges.Issue;

/// <summary>
/// «Можно выдавать»: the one list of what stands in the way, forbidding or warning by policy. The strip shows it, and «Провести» and the
/// button «Пополнение карты клиента» obey it.
/// </summary>
public static class IssueRules
{
    public static IReadOnlyList<IssueConcern> Check(IssueFacts facts, IssueTerms terms)
    {
        if (facts is { IsPosted: true, Tickets.Count: 0 })
            return [];
        var today = BranchZone.DayOf(facts.Now, terms.Zone);
        return
        [
            .. facts.NewHits.Select(hit => new IssueConcern(hit.Sentence, hit.Tab, hit.Field, Blocks: true)),
            .. FormConcerns.Of(facts.Refusals, terms, facts.IsPosted),
            .. OnStopList(facts, terms, today),
            .. Hours(terms, facts.Now),
            .. Misdated(facts.Tickets, today),
            .. Cost(facts.Costs, terms),
            .. Unprinted(facts.Tickets, terms),
        ];
    }

    /// <summary>Whether posting is refused for what stands at a field.</summary>
    public static bool Blocks(FieldRefusal refusal, IssueTerms terms) => FormConcerns.Blocks(refusal, terms, isPosted: false);

    public static IssueConcern? FirstBlock(IEnumerable<IssueConcern> concerns) => concerns.FirstOrDefault(concern => concern.Blocks);

    /// <summary>A posted loan answers for its own items, not for those of loans that aren't asked about.</summary>
    private static IEnumerable<IssueConcern> OnStopList(IssueFacts facts, IssueTerms terms, DateOnly today)
    {
        var form = facts.Form;
        for (var i = 0; i < form.Items.Count; i++)
        {
            var item = form.Items[i];
            var isAsked = !item.IsBlank && (!facts.IsPosted || facts.Tickets.Any(ticket => ticket.Ordinal == form.TicketOf(item)));
            if (isAsked && terms.StopList.FirstOrDefault(entry => entry.Names($"{item.Kind} {item.Description}", today)) is { } entry)
            {
                yield return new IssueConcern(
                    $"Предмет {i + 1} в стоп-листе: {entry.Name}", WizardTab.Items, FieldKeys.Item(i + 1, FieldKeys.ItemKind), terms.Forbids(IssueBlocks.StopList));
            }
        }
    }

    private static IEnumerable<IssueConcern> Hours(IssueTerms terms, DateTime now)
    {
        var time = TimeOnly.FromDateTime(BranchZone.ToLocal(now, terms.Zone));
        if (time < terms.OpensAt || time >= terms.ClosesAt)
            yield return OfDocuments($"Сейчас {Russian.Minutes(time)}, займы выдают с {Russian.Minutes(terms.OpensAt)} до {Russian.Minutes(terms.ClosesAt)}", FieldKeys.Date, terms.Forbids(IssueBlocks.Hours));
    }

    /// <summary>The button refuses it by itself, and offers what to do.</summary>
    private static IEnumerable<IssueConcern> Misdated(IReadOnlyList<IssueTicket> tickets, DateOnly today)
    {
        if (tickets.FirstOrDefault(ticket => ticket.PostedFor is { } date && date != today) is { PostedFor: { } other })
            yield return OfDocuments($"Займ датирован {Russian.Date(other)}", FieldKeys.Date, blocks: false);
    }

    /// <summary>The missing row once, and the loan that is furthest above the cap.</summary>
    private static IEnumerable<IssueConcern> Cost(IReadOnlyList<CostVerdict> costs, IssueTerms terms)
    {
        if (costs.FirstOrDefault(cost => cost.IsCapMissing) is { } missing)
            yield return OfDocuments(CostSpeech.WarningOf(missing)!, FieldKeys.Tariff, terms.Forbids(IssueBlocks.NoCap));
        if (costs.Where(cost => cost.IsAboveCap).MaxBy(cost => cost.Excess) is { } dearest)
            yield return OfDocuments(CostSpeech.WarningOf(dearest)!, FieldKeys.Tariff, terms.Forbids(IssueBlocks.CostAboveCap));
    }

    private static IEnumerable<IssueConcern> Unprinted(IReadOnlyList<IssueTicket> tickets, IssueTerms terms)
    {
        var missing = tickets.Where(ticket => !ticket.IsPrinted).Select(ticket => ticket.Ordinal).ToList();
        if (missing.Count > 0)
            yield return OfDocuments(TicketNames.Sentence(missing), FieldKeys.NextBlank, terms.Forbids(IssueBlocks.Unprinted));
    }

    private static IssueConcern OfDocuments(string sentence, string field, bool blocks) => new(sentence, WizardTab.Documents, field, blocks);
}
