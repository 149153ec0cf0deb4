using Microsoft.JSInterop;

namespace Kvell.Web.Components.Layout;

/// <summary>The little of every page that must happen in the browser.</summary>
public sealed class FrameScript(IJSRuntime js) : PageScript(js, "./js/kvell.js")
{
    /// <summary>Done when the browser has the script.</summary>
    public Task ReadyAsync() => ModuleAsync();

    public async Task SetThemeAsync(bool isDark) => await (await ModuleAsync()).InvokeVoidAsync("setTheme", isDark);

    /// <summary>Whoever goes on with the keyboard, or listens, starts at the page's heading; whoever acts on the page already stays there.</summary>
    public async Task FocusHeadingAsync() => await (await ModuleAsync()).InvokeVoidAsync("focusHeading");
}
