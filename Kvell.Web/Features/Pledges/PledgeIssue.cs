using Kvell.Domain.Common;
using Kvell.Domain.Pledges.Forms;
using Kvell.Domain.Pledges.Issue;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Pledges;

namespace Kvell.Web.Features.Pledges;

/// <summary>What tab «Оформление документов» knows, of one posted operation, for whoever gives it out.</summary>
public sealed class PledgeIssue(DraftView draft, DocumentsView view, GroupPayouts payouts, Rates rates)
{
    private readonly IssueView _gate = new(view, payouts, GroupRules.TicketsOf(draft.Form), rates);

    public DocumentsView View => view;

    public GroupPayouts Payouts => payouts;

    /// <summary>Given out, or out of force: nothing is left to check.</summary>
    public bool IsOver => _gate.NotGiven.Count == 0;

    /// <summary>What is missing for the gateway to be used, while the loan may still be given in cash instead.</summary>
    public string? CashOnly => IsOver || payouts.CashLock is not null ? null : payouts.NotReady;

    /// <param name="now">UTC.</param>
    public IReadOnlyList<IssueConcern> ConcernsAt(DateTime now) =>
        _gate.ConcernsOf(draft.Form, GroupRules.Check(draft.Form, now, draft.Zone), isPosted: true, now);
}

/// <summary>Reads it, by what the wizard reads.</summary>
public sealed class PledgeIssueReader(LoadDraft drafts, ShowDocuments documents, ShowGroupPayouts payouts, ListRates rates, TimeProvider time)
{
    public async Task<PledgeIssue?> ReadAsync(Actor actor, PledgeDocument document, CancellationToken cancellationToken)
    {
        var scope = new LoanScope(document.DraftId, document.Id);
        if (await drafts.ExecuteAsync(actor, document.DraftId, cancellationToken) is not { } draft)
            return null;
        return new PledgeIssue(
            draft,
            await documents.ExecuteAsync(actor, scope, cancellationToken),
            await payouts.ExecuteAsync(actor, scope, cancellationToken),
            await rates.ExecuteAsync(actor, BranchZone.DayOf(time.GetUtcNow().UtcDateTime, draft.Zone), cancellationToken));
    }
}
