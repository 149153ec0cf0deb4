using Kvell.Web.Components;
using Microsoft.JSInterop;

namespace Kvell.Web.Features.Pledges;

/// <summary>The little of the wizard that must happen in the browser.</summary>
public sealed class WizardScript(IJSRuntime js) : PageScript(js, "./js/wizard.js")
{
    /// <summary>Instead of a field's id: the first one of the open tab.</summary>
    public const string FirstField = "";

    /// <summary>Done when the browser has the script.</summary>
    public Task ReadyAsync() => ModuleAsync();

    public async Task FocusAsync(string field) => await (await ModuleAsync()).InvokeVoidAsync("focusField", field);

    /// <summary>Enter, Esc and F4 in the grid; Ctrl+D and Ctrl+Del are told to <paramref name="listener"/>.</summary>
    public async Task ListenToGridAsync<T>(string gridId, DotNetObjectReference<T> listener)
        where T : class => await (await ModuleAsync()).InvokeVoidAsync("listenToGrid", gridId, listener);

    /// <returns>False: the browser didn't let a new window open.</returns>
    public async Task<bool> OpenWindowAsync(string address) => await (await ModuleAsync()).InvokeAsync<bool>("openWindow", address);

    public async Task PrintAsync() => await (await ModuleAsync()).InvokeVoidAsync("printPage");
}
