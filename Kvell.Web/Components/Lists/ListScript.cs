using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Kvell.Web.Components.Lists;

/// <summary>The little of a list that must happen in the browser.</summary>
public sealed class ListScript(IJSRuntime js) : PageScript(js, "./js/lists.js")
{
    /// <summary>Opens, closes and walks a menu; what its items do is the page's.</summary>
    public async Task AttachMenuAsync(ElementReference root) => await (await ModuleAsync()).InvokeVoidAsync("attachMenu", root);

    /// <summary>What this browser keeps under a name; null for nothing.</summary>
    public async Task<string?> RecallAsync(string name) => await (await ModuleAsync()).InvokeAsync<string?>("recall", name);

    public async Task KeepAsync(string name, string value) => await (await ModuleAsync()).InvokeVoidAsync("keep", name, value);

    /// <returns>False: the browser didn't let anything onto the clipboard.</returns>
    public async Task<bool> CopyAsync(string text) => await (await ModuleAsync()).InvokeAsync<bool>("copy", text);
}
