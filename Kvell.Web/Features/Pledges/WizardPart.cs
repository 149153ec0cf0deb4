using Microsoft.AspNetCore.Components;

namespace Kvell.Web.Features.Pledges;

/// <summary>Follows what is typed by itself, so that what it stands in isn't rendered at every key for its sake.</summary>
public abstract class WizardPart : ComponentBase, IDisposable
{
    [Parameter]
    [EditorRequired]
    public GroupWizard Wizard { get; set; } = default!;

    public void Dispose()
    {
        Wizard.Changed -= Refresh;
        GC.SuppressFinalize(this);
    }

    protected override void OnInitialized()
    {
        Wizard.Changed += Refresh;
        Look();
    }

    /// <summary>Looked once before it is rendered, and after each change.</summary>
    /// <returns>Whether it looks otherwise than it did.</returns>
    protected virtual bool Look() => true;

    private void Refresh()
    {
        if (Look())
            _ = InvokeAsync(StateHasChanged);
    }
}
