using Microsoft.AspNetCore.Components;

namespace Kvell.Web.Components.Fields;

/// <summary>A labelled field whose value is the text as it was typed.</summary>
public abstract class FieldBase : ComponentBase
{
    [CascadingParameter]
    public IFormState? Form { get; set; }

    /// <summary>The element's id and the field's key.</summary>
    [Parameter]
    [EditorRequired]
    public string Id { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public string Value { get; set; } = "";

    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    [Parameter]
    public bool ReadOnly { get; set; }

    /// <summary>Spans the whole row of its fields.</summary>
    [Parameter]
    public bool Wide { get; set; }

    /// <summary>The label stands above the field, not beside it.</summary>
    [Parameter]
    public bool Above { get; set; }

    [Parameter]
    public string? Style { get; set; }

    protected string? Error => Form?.ErrorOf(Id);

    protected bool IsReadOnly => ReadOnly || Form is { IsReadOnly: true };

    protected string Shape => Above ? "ft" : "f";

    protected string? Place => Wide ? $"grid-column:1/-1;{Style}" : Style;

    protected string? Invalid => Error is null ? null : "true";

    protected string? DescribedBy => Error is null ? null : $"{Id}-error";

    protected async Task TypeAsync(string? typed)
    {
        await ValueChanged.InvokeAsync(typed ?? "");
        Form?.Typed(Id);
    }
}
