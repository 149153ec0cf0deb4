using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Kvell.Web.Components.Layout;

/// <summary>
/// A page that is gone to begins at its heading. The framework's own FocusOnNavigate takes the caret even from whoever types
/// already, for on a slow line its call comes after the page is alive.
/// </summary>
public sealed class HeadingFocus : ComponentBase
{
    private Type? _shown;
    private bool _isDue;

    [Parameter, EditorRequired]
    public Type Page { get; set; } = default!;

    [Inject]
    private FrameScript Script { get; set; } = default!;

    protected override void OnParametersSet()
    {
        _isDue |= Page != _shown;
        _shown = Page;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_isDue)
            return;
        _isDue = false;
        try
        {
            await Script.FocusHeadingAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page is closed.
        }
    }
}
