using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Branches.Keys;
using Kvell.Web.Components.Fields;
using Kvell.Web.Components.Widgets;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace Kvell.Web.Features.Branches;

public sealed partial class KeysPanel
{
    private bool _isBusy;
    private string _passphrase = "";
    private string? _passphraseError;

    [CascadingParameter]
    private IFormState? Form { get; set; }

    [Parameter]
    [EditorRequired]
    public TerminalView View { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public StagedKeys Keys { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public Actor Actor { get; set; } = Actor.Nobody;

    [Parameter]
    [EditorRequired]
    public Guid BranchId { get; set; }

    [Parameter]
    public bool MayEdit { get; set; }

    /// <summary>A key was loaded, made or refused: the page around this is drawn anew.</summary>
    [Parameter]
    public EventCallback<IReadOnlyList<Refusal>> OnChanged { get; set; }

    [Inject]
    private LoadPrivateKey PrivateKeys { get; set; } = default!;

    [Inject]
    private LoadPublicKey PublicKeys { get; set; } = default!;

    [Inject]
    private GenerateKeys Generating { get; set; } = default!;

    private Task LoadPrivateAsync(IBrowserFile file) => WorkAsync(async () =>
    {
        (Keys.Locked, _passphrase, _passphraseError) = (null, "", null);
        return await ReadAsync(file) is { } bytes ? await OpenAsync(bytes, null) : new Refusal(LoadPrivateKey.TooLarge, TerminalForm.PrivateKeyField);
    });

    private Task UnlockAsync() => WorkAsync(() => OpenAsync(Keys.Locked!, _passphrase));

    private Task LoadPublicAsync(IBrowserFile file) => WorkAsync(async () =>
    {
        if (await ReadAsync(file) is not { } bytes)
            return new Refusal(LoadPrivateKey.TooLarge, TerminalForm.PublicKeyField);
        var loaded = await PublicKeys.ExecuteAsync(Actor, bytes, CancellationToken.None);
        Keys.PublicKey = loaded.Key ?? Keys.PublicKey;
        return loaded.Refusal;
    });

    private Task GenerateAsync() => WorkAsync(async () =>
    {
        (Keys.PrivateKey, Keys.PublicKey) = await Generating.ExecuteAsync(Actor, CancellationToken.None);
        Keys.Locked = null;
        return null;
    });

    private async Task<Refusal?> OpenAsync(byte[] bytes, string? passphrase)
    {
        var loaded = await PrivateKeys.ExecuteAsync(Actor, bytes, passphrase, CancellationToken.None);
        Keys.PrivateKey = loaded.Key ?? Keys.PrivateKey;
        Keys.Locked = loaded.NeedsPassphrase ? bytes : null;

        // The first question is a request, not an error: nothing wrong was typed yet.
        _passphraseError = loaded.NeedsPassphrase ? loaded.Refusal!.Sentence : null;
        return loaded.NeedsPassphrase ? null : loaded.Refusal;
    }

    private async Task WorkAsync(Func<Task<Refusal?>> work)
    {
        if (_isBusy)
            return;
        _isBusy = true;
        try
        {
            var refusal = await work();
            await OnChanged.InvokeAsync(refusal is null ? [] : [refusal]);
        }
        finally
        {
            _isBusy = false;
        }
    }

    /// <returns>Null for a file that is too large to be a key; no more of it is read than its size.</returns>
    private static async Task<byte[]?> ReadAsync(IBrowserFile file)
    {
        if (file.Size > LoadPrivateKey.MostBytes)
            return null;
        await using var stream = file.OpenReadStream(LoadPrivateKey.MostBytes);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    private void TypePassphrase(ChangeEventArgs typed) => (_passphrase, _passphraseError) = (typed.Value as string ?? "", null);
}
