using Kvell.Domain.Common;
using Kvell.Domain.Pledges.Forms;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Pledges;
using Kvell.Web.Account;
using Microsoft.AspNetCore.Components;

namespace Kvell.Web.Features.Pledges;

public partial class GroupPledgePage
{
    private GroupWizard? _wizard;
    private DraftWindow? _window;
    private Rates _rates = Rates.None;
    private DocumentsView? _documents;
    private GroupPayouts? _payouts;
    private string? _holder;
    private string? _answer;
    private string? _focusNext;
    private bool _isLinkFollowed;
    private bool _isDisposed;

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private LoadDraft Drafts { get; set; } = default!;

    [Inject]
    private ListRates ListedRates { get; set; } = default!;

    [Inject]
    private DraftWindows Windows { get; set; } = default!;

    [Inject]
    private CircuitPresence Presence { get; set; } = default!;

    [Inject]
    private IServiceProvider Services { get; set; } = default!;

    [Inject]
    private WizardScript Script { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private bool IsInteractive => RendererInfo.IsInteractive;

    private bool IsClosed => _wizard?.Keeper.State == KeepState.Closed;

    private bool IsElsewhere => _wizard?.Keeper.State == KeepState.OpenElsewhere;

    private bool HasPrintedTickets => _documents?.Tickets.Any(ticket => ticket.BlankNumber is not null) ?? false;

    /// <summary>One button is primary, the next step: the card while there is something to pay to it, on its tab.</summary>
    private bool IsNextClientNext => _wizard?.Form.Tab == WizardTab.Documents
        ? (IsClosed || _documents is { IsPosted: true }) && !WizardWords.IsCardNext(_documents, _payouts) && !WizardWords.IsReceiptNext(_documents, _payouts)
        : IsClosed;

    private string? Subtitle => _wizard is null ? null : WizardWords.SubtitleOf(_wizard);

    public async ValueTask DisposeAsync()
    {
        _isDisposed = true;
        await LeaveAsync();
        GC.SuppressFinalize(this);
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_wizard?.Draft.Id != Id)
            await LoadAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focusNext is not { } target || !IsInteractive)
            return;
        _focusNext = null;
        await Script.FocusAsync(target);
    }

    private async Task LoadAsync()
    {
        await LeaveAsync();
        var actor = await Current.GetAsync();
        if (await Drafts.ExecuteAsync(actor, Id, CancellationToken.None) is not { } draft)
            Navigation.NotFound();
        else if (draft.IsSingle != IsSingle)
            Navigation.NavigateTo(DraftAddress.Of(Id, draft.IsSingle), replace: true);
        else
            await OpenAsync(actor, draft);
    }

    private async Task OpenAsync(Actor actor, DraftView draft)
    {
        var keeper = Services.GetRequiredService<DraftKeeper>();
        keeper.Keep(actor, draft);
        var wizard = new GroupWizard(draft, actor, keeper, Time);
        _rates = await ListedRates.ExecuteAsync(actor, wizard.Today, CancellationToken.None);
        if (IsInteractive)
            await EnterAsync(wizard);
        wizard.Changed += Refresh;
        keeper.Told += Refresh;
        _wizard = wizard;
        _focusNext = OpenTabOf(new Uri(Navigation.Uri).Fragment.TrimStart('#'));
        await ReadDocumentsAsync();
    }

    /// <summary>The first window types; a second one says who does, and offers to take over.</summary>
    private async Task EnterAsync(GroupWizard wizard)
    {
        _window = new DraftWindow(wizard.Actor.Name, Presence, () => InvokeAsync(wizard.Keeper.GiveUpAsync));
        _holder = Windows.HolderBeside(wizard.Draft.Id, _window)?.Person;
        if (_holder is null)
            await Windows.TakeAsync(wizard.Draft.Id, _window);
        else
            await wizard.Keeper.GiveUpAsync();
        await ListenAsync();
    }

    private async Task TakeOverAsync()
    {
        await Windows.TakeAsync(Id, _window!);
        await LoadAsync();
    }

    private async Task LeaveAsync()
    {
        _changes?.Dispose();
        _changes = null;
        if (_wizard is not { } wizard)
            return;
        wizard.Changed -= Refresh;
        wizard.Keeper.Told -= Refresh;
        await wizard.Keeper.SaveAsync();
        if (_window is not null)
            Windows.Release(wizard.Draft.Id, _window);
        _wizard = null;
    }
}
