using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Domain.Pledges.Issue;
using Kvell.Infrastructure.Pledges;
using Kvell.Web.Components.Fields;

namespace Kvell.Web.Features.Pledges;

public enum TabMark
{
    None,
    Done,
    Wrong,
    Stale,
}

/// <summary>One open group: what is typed, what is wrong with it, and what of that may be said already.</summary>
public sealed class GroupWizard(DraftView draft, Actor actor, DraftKeeper keeper, TimeProvider time) : IFormState
{
    private IReadOnlyList<FieldRefusal> _stored = [];
    private string? _editing;

    public DraftView Draft { get; } = draft;

    public Actor Actor { get; } = actor;

    public DraftKeeper Keeper { get; } = keeper;

    public GroupForm Form => Draft.Form;

    public bool IsPosted { get; set; } = draft.IsPosted;

    public DateTime Now => time.GetUtcNow().UtcDateTime;

    public DateOnly Today => BranchZone.DayOf(Now, Draft.Zone);

    /// <summary>Everything that stands against posting, said or not.</summary>
    public IReadOnlyList<FieldRefusal> Refusals { get; private set; } = GroupRules.Check(draft.Form, time.GetUtcNow().UtcDateTime, draft.Zone);

    /// <summary>As the items make them.</summary>
    public IReadOnlyList<TicketDraft> Tickets { get; private set; } = GroupRules.TicketsOf(draft.Form);

    /// <summary>What the last tab knew last of the firm's rules and of the tickets that aren't given out; null before it was read.</summary>
    public IssueView? Gate { get; set; }

    /// <summary>What stands in the way of giving out the loans.</summary>
    public IReadOnlyList<IssueConcern> Concerns => Gate?.ConcernsOf(Form, Refusals, IsPosted, Now) ?? [];

    public bool IsReadOnly => IsPosted || Keeper.State is KeepState.Closed or KeepState.OpenElsewhere;

    /// <summary>The client before the one chosen last, to be had back.</summary>
    public (PledgorForm Pledgor, QuestionnaireForm Questionnaire, LastLoan? LastLoan)? Replaced { get; private set; }

    public LastLoan? LastLoan { get; set; }

    public event Action? Changed;

    public string? ErrorOf(string field) => Said.FirstOrDefault(refusal => refusal.Field == field)?.Sentence;

    public IEnumerable<FieldRefusal> SaidOn(WizardTab tab) => Said.Where(refusal => refusal.Tab == tab);

    public bool IsWrongOn(WizardTab tab) => Refusals.Any(refusal => refusal.Tab == tab);

    public void Typed(string field)
    {
        _editing = field;
        Note();
    }

    public void Left(string field)
    {
        if (_editing == field)
            _editing = null;
        Changed?.Invoke();
    }

    /// <summary>The form was changed: checked again, saved soon.</summary>
    public void Note()
    {
        _stored = [];
        Check();
        Keeper.Note();
        Changed?.Invoke();
    }

    /// <summary>The tab's empty fields may be pointed out from now on.</summary>
    public void PointOut(WizardTab tab)
    {
        _editing = null;
        if (IsReadOnly || !Form.Left.Add(tab))
            return;
        Keeper.Note();
        Changed?.Invoke();
    }

    /// <summary>What only the database knew, from a refused posting.</summary>
    public void Refuse(IReadOnlyList<FieldRefusal> refusals)
    {
        _stored = refusals;
        Check();
        Form.Left.UnionWith(WizardTabs.All);
        Changed?.Invoke();
    }

    public void ReplacePledgor(PledgorForm pledgor, QuestionnaireForm questionnaire, LastLoan? lastLoan)
    {
        var isTyped = Form.Pledgor.Name.Full.Length > 0;
        Replaced = isTyped ? (Form.Pledgor, Form.Questionnaire, LastLoan) : null;
        (Form.Pledgor, Form.Questionnaire, LastLoan) = (pledgor, questionnaire, lastLoan);
        Form.Left.Remove(WizardTab.Pledgor);
        Note();
    }

    public void RestorePledgor()
    {
        if (Replaced is not { } before)
            return;
        (Form.Pledgor, Form.Questionnaire, LastLoan, Replaced) = (before.Pledgor, before.Questionnaire, before.LastLoan, null);
        Note();
    }

    /// <summary>Checks that are known of the client from elsewhere, newer than the form's.</summary>
    public void Recall(KnownChecks known)
    {
        if (!IsReadOnly && Form.Questionnaire.Take(known, Form.Pledgor, Today))
            Note();
    }

    public TabMark MarkOf(WizardTab tab)
    {
        var said = SaidOn(tab).ToList();
        if (said.Count > 0)
            return said.TrueForAll(refusal => refusal.AsksAgain) ? TabMark.Stale : TabMark.Wrong;
        var isDone = tab == WizardTab.Documents ? IsPosted : !IsWrongOn(tab);
        return isDone ? TabMark.Done : TabMark.None;
    }

    /// <summary>A field that is being typed in isn't wrong yet, an empty one not before its tab was left.</summary>
    private IEnumerable<FieldRefusal> Said => IsPosted
        ? []
        : Refusals.Where(refusal => refusal.Kind == RefusalKind.Missing
            ? Form.Left.Contains(refusal.Tab)
            : refusal.Field != _editing);

    private void Check() => (Refusals, Tickets) = ([.. GroupRules.Check(Form, Now, Draft.Zone), .. _stored], GroupRules.TicketsOf(Form));
}
