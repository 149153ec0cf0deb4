using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges.Forms;

public enum RefusalKind
{
    /// <summary>Nothing typed yet: said only once the tab was left or posting was tried.</summary>
    Missing,

    /// <summary>Typed, and wrong.</summary>
    Wrong,

    /// <summary>Was right once; asked again.</summary>
    Stale,

    /// <summary>Was right once, of something else than what stands there now; asked again, and no policy lets it through.</summary>
    Void,
}

/// <summary>Why the group can't be posted as it stands, at one field.</summary>
/// <param name="Field">The field's key, which is also the element's id on the page.</param>
/// <param name="Label">How the field is called on the screen: the text of a link to it.</param>
/// <param name="Sentence">What is shown at the field.</param>
public sealed record FieldRefusal(WizardTab Tab, string Field, string Label, string Sentence, RefusalKind Kind)
{
    /// <summary>«Нужно обновить»</summary>
    public bool AsksAgain => Kind is RefusalKind.Stale or RefusalKind.Void;

    public Refusal AsRefusal() => new(Sentence, Field);
}
