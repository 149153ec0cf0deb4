using Microsoft.JSInterop;

namespace Kvell.Web.Components;

/// <summary>A script file of the site, loaded into a circuit's browser when it is first needed and let go with the circuit.</summary>
/// <param name="file"><c>./js/lists.js</c>, as the browser asks for it.</param>
public abstract class PageScript(IJSRuntime js, string file) : IAsyncDisposable
{
    private Task<IJSObjectReference>? _module;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_module is not { IsCompletedSuccessfully: true } module)
            return;
        try
        {
            await (await module).DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and the module with it.
        }
    }

    protected Task<IJSObjectReference> ModuleAsync() => _module ??= js.InvokeAsync<IJSObjectReference>("import", file).AsTask();
}
