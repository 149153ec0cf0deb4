using Kvell.Domain.Common;
using Kvell.Infrastructure.Identity;
using Kvell.Infrastructure.Pledges;
using Kvell.Web.Components.Fields;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Kvell.Web.Features.Users;

public sealed partial class UserDialog
{
    private readonly FormState _state = new();
    private readonly NewPassword _password = new();
    private UserForm _form = new();
    private TextField _first = default!;
    private bool _isBusy;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public Actor Actor { get; set; } = Actor.Nobody;

    /// <summary>Null for a new user.</summary>
    [Parameter]
    public UserRow? Row { get; set; }

    [Parameter]
    [EditorRequired]
    public IReadOnlyList<BranchChoice> Branches { get; set; } = [];

    [Inject]
    private CreateUser Create { get; set; } = default!;

    [Inject]
    private ChangeUser Change { get; set; } = default!;

    [Inject]
    private UserActions Actions { get; set; } = default!;

    private string BranchValue => _form.BranchId?.ToString() ?? "";

    private IEnumerable<(string Value, string Text)> BranchOptions =>
        Branches.Select(branch => (branch.Id.ToString(), branch.Name)).Prepend(("", "Без своего филиала"));

    protected override void OnInitialized() => _form = Row is { } row
        ? new UserForm { FullName = row.FullName, UserName = row.UserName, Roles = [.. row.Roles], BranchId = row.BranchId }
        : new UserForm();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            await _first.FocusAsync();
    }

    private void ChooseBranch(string chosen) => _form.BranchId = Guid.TryParse(chosen, out var id) ? id : null;

    private async Task SaveAsync()
    {
        if (_isBusy)
            return;
        _isBusy = true;
        _state.Refuse(Row is { } row
            ? await Change.ExecuteAsync(Actor, row.Id, row.Stamp, _form, CancellationToken.None)
            : await Create.ExecuteAsync(Actor, _form, CancellationToken.None));
        _isBusy = false;
        if (!_state.HasErrors)
            Dialog.Close(DialogResult.Ok(new UserDone(Row is null ? new PasswordGift(_form.UserName.Trim(), _form.FullName, _form.Password) : null)));
    }

    private async Task ActAsync(UserAction action)
    {
        if (_isBusy || Row is not { } row)
            return;
        _isBusy = true;
        var refusal = await Actions.RunAsync(Actor, row, action, _password);
        _state.Refuse(refusal is null ? [] : [refusal]);
        _isBusy = false;
        if (refusal is null)
            Dialog.Close(DialogResult.Ok(new UserDone(action == UserAction.GivePassword ? new PasswordGift(row.UserName, row.FullName, _password.Value) : null)));
    }
}
