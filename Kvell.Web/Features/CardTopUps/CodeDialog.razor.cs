using Kvell.Domain.Common;
using Kvell.Infrastructure.CardTopUps;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Kvell.Web.Features.CardTopUps;

public sealed partial class CodeDialog
{
    private bool _isSending;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public Actor Actor { get; set; } = Actor.Nobody;

    [Parameter]
    [EditorRequired]
    public string CardMask { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public IReadOnlyList<TicketPayout> Waiting { get; set; } = [];

    [Inject]
    private ConfirmTopUp Confirm { get; set; } = default!;

    private List<CodeField> Fields { get; set; } = [];

    protected override void OnInitialized() => Fields = [.. Waiting
        .Where(ticket => ticket.TopUpId is not null)
        .Select((ticket, i) => new CodeField(ticket.TopUpId!.Value, $"code-{i + 1}", $"{ticket.TicketName}, {ticket.Amount}"))];

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && Fields.FirstOrDefault() is { } first)
            await first.Input.FocusAsync();
    }

    private async Task SendAsync()
    {
        if (_isSending)
            return;
        _isSending = true;
        foreach (var field in Fields.Where(field => !field.IsDone && (field.Code.Length > 0 || Fields.Count == 1)))
        {
            var refusal = await Confirm.ExecuteAsync(Actor, field.TopUpId, field.Code, CancellationToken.None);
            (field.Error, field.IsDone) = (refusal?.Sentence, refusal is null);
        }

        _isSending = false;
        if (Fields.All(field => field.IsDone))
            Dialog.Close(DialogResult.Ok(true));
    }

    private sealed class CodeField(Guid topUpId, string inputId, string label)
    {
        public Guid TopUpId { get; } = topUpId;

        public string InputId { get; } = inputId;

        public string Label { get; } = label;

        public ElementReference Input { get; set; }

        public string Code { get; set; } = "";

        public string? Error { get; set; }

        public bool IsDone { get; set; }
    }
}
