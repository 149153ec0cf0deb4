using Kvell.Domain.Pledges.Forms;
using Kvell.Domain.Pledges.Issue;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Live;
using Kvell.Infrastructure.Pledges;
using Microsoft.AspNetCore.Components;

namespace Kvell.Web.Features.Pledges;

/// <summary>What the buttons of the frame do, and what the database tells the page.</summary>
public partial class GroupPledgePage
{
    private static readonly ChangeKind[] Watched = [ChangeKind.Draft, ChangeKind.Operation, ChangeKind.TopUp, ChangeKind.Blanks, ChangeKind.Settings, ChangeKind.Branch];

    private IDisposable? _changes;

    [Inject]
    private ChangeFeed Feed { get; set; } = default!;

    [Inject]
    private ShowDocuments Documents { get; set; } = default!;

    [Inject]
    private ShowGroupPayouts Payouts { get; set; } = default!;

    [Inject]
    private CloseDraft Closing { get; set; } = default!;

    /// <summary>The page is one operation's, not a group's.</summary>
    protected virtual bool IsSingle => false;

    /// <summary>The operation that a single draft has become.</summary>
    private Guid? PostedSingle => IsSingle && _documents is { Tickets: [var ticket] } ? ticket.OperationId : null;

    private async Task GoAsync(WizardTab tab)
    {
        if (_wizard is not { } wizard || wizard.Form.Tab == tab)
            return;
        wizard.PointOut(wizard.Form.Tab);
        wizard.Form.Tab = tab;
        _answer = null;
        _focusNext = WizardScript.FirstField;
        wizard.Keeper.Note();
        await wizard.Keeper.SaveAsync();
        await ReadDocumentsAsync();
    }

    private Task BackAsync() => GoAsync(_wizard!.Form.Tab - 1);

    /// <summary>On, or to what must be put right first. The tabs themselves are always open.</summary>
    private async Task NextAsync()
    {
        var (wizard, tab) = (_wizard!, _wizard!.Form.Tab);
        wizard.PointOut(tab);
        if (!wizard.IsReadOnly && wizard.SaidOn(tab).FirstOrDefault() is { } first)
            _focusNext = first.Field;
        else
            await GoAsync(tab + 1);
    }

    private Task FocusAsync(string field)
    {
        _focusNext = field;
        return Task.CompletedTask;
    }

    /// <summary>A link to a field opens its tab, once.</summary>
    private string OpenTabOf(string field)
    {
        if (_isLinkFollowed || FieldTabs.Of(field) is not { } tab)
            return WizardScript.FirstField;
        (_wizard!.Form.Tab, _isLinkFollowed) = (tab, IsInteractive);
        return field;
    }

    private string PlaceOf(IssueConcern concern) => DraftAddress.Of(Id, IsSingle, concern.Field);

    private async Task JumpAsync(IssueConcern concern)
    {
        await GoAsync(concern.Tab);
        _focusNext = concern.Field;
    }

    private async Task CloseAsync()
    {
        await _wizard!.Keeper.SaveAsync();
        var refusal = await Closing.ExecuteAsync(_wizard.Actor, Id, CancellationToken.None);
        _answer = refusal?.Sentence;
        if (refusal is null)
            await LoadAsync();
    }

    private void NextClient() => Navigation.NavigateTo(DraftAddress.New(IsSingle));

    /// <summary>A group goes on here, for its next client; one operation has a page of its own.</summary>
    private void GoOn(Guid operationId)
    {
        if (IsSingle)
            Navigation.NavigateTo($"/pledges/{operationId}");
    }

    private Task OnDocumentsDoneAsync(string? answer)
    {
        _answer = answer;
        return ReadDocumentsAsync();
    }

    private async Task ReadDocumentsAsync()
    {
        if (_wizard is not { } wizard)
            return;
        _documents = await Documents.ExecuteAsync(wizard.Actor, new LoanScope(Id), CancellationToken.None);
        _payouts = await Payouts.ExecuteAsync(wizard.Actor, new LoanScope(Id), CancellationToken.None);
        wizard.IsPosted = _documents.IsPosted;
        wizard.Gate = new IssueView(_documents, _payouts, wizard.Tickets, _rates);
    }

    private async Task ListenAsync() => _changes = await Feed.SubscribeAsync(Watched, OnChangesAsync);

    private Task OnChangesAsync(IReadOnlyList<Change> changes) => InvokeAsync(async () =>
    {
        if (_isDisposed || _wizard is not { } wizard || !changes.Any(change => Concerns(wizard, change)))
            return;
        await ReadDocumentsAsync();
        StateHasChanged();
    });

    /// <summary>
    /// Colleagues' typing is none of this page's business; their blanks are, on the last tab. Whether KVELL may be used is said on every tab.
    /// </summary>
    private static bool Concerns(GroupWizard wizard, Change change) => change.Kind switch
    {
        ChangeKind.Settings => true,
        ChangeKind.Branch => change.BranchId == wizard.Draft.BranchId,
        _ when wizard.Form.Tab != WizardTab.Documents => false,
        ChangeKind.Draft => change.SubjectId == wizard.Draft.Id,
        _ => change.BranchId == wizard.Draft.BranchId,
    };

    private void Refresh()
    {
        if (!_isDisposed)
            _ = InvokeAsync(StateHasChanged);
    }
}
