using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Web.Components.Fields;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using MudBlazor;

namespace Kvell.Web.Features.CardTopUps;

public sealed partial class ProposeDecisionDialog
{
    private static readonly IEnumerable<(string Value, string Text)> Choices =
        new[] { DecisionKind.Paid, DecisionKind.NotPaid }.Select(kind => ($"{kind}", DecisionSpeech.WordOf(kind)));

    private readonly FormState _state = new();
    private readonly DecisionForm _form = new();
    private TextField _first = default!;
    private Refusal? _fileRefusal;
    private bool _isBusy;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public Actor Actor { get; set; } = Actor.Nobody;

    [Parameter]
    [EditorRequired]
    public Guid TopUpId { get; set; }

    /// <summary>It is an «Оплачено» by hand that is to be taken back; there is nothing to choose.</summary>
    [Parameter]
    public bool TakesBack { get; set; }

    [Inject]
    private ProposeDecision Propose { get; set; } = default!;

    private string? Chosen => _form.Choice?.ToString();

    private string? FileError => _fileRefusal?.Sentence ?? _state.ErrorOf(DecisionForm.FileField);

    protected override void OnInitialized() => _form.Choice = TakesBack ? DecisionKind.TakeBack : null;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            await _first.FocusAsync();
    }

    private void Choose(string chosen)
    {
        _form.Choice = Enum.Parse<DecisionKind>(chosen);
        _state.Typed(DecisionForm.ChoiceField);
    }

    private async Task TakeFileAsync(IBrowserFile chosen)
    {
        _state.Typed(DecisionForm.FileField);
        (_form.File, _fileRefusal, _isBusy) = (null, chosen.Size > DecisionForm.MostBytes ? DecisionForm.TooLarge : null, true);
        if (_fileRefusal is null)
        {
            using var bytes = new MemoryStream();
            await using (var stream = chosen.OpenReadStream(DecisionForm.MostBytes))
                await stream.CopyToAsync(bytes);
            _form.File = new DecisionFile(chosen.Name, chosen.ContentType, bytes.ToArray());
        }

        _isBusy = false;
    }

    private async Task ProposeAsync()
    {
        if (_isBusy || _fileRefusal is not null)
            return;
        _isBusy = true;
        _state.Refuse(await Propose.ExecuteAsync(Actor, TopUpId, _form, CancellationToken.None));
        _isBusy = false;
        if (!_state.HasErrors)
            Dialog.Close(DialogResult.Ok(true));
    }
}
