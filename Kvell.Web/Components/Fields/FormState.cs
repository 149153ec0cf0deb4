using Kvell.Domain.Common;

namespace Kvell.Web.Components.Fields;

/// <summary>
/// A form that is checked when it is saved: a sentence stays at its field until the field is typed in. Cascade it without
/// <c>IsFixed</c>: a field hears of a refusal that way only, for none of its own parameters changes with it.
/// </summary>
public sealed class FormState : IFormState
{
    private List<Refusal> _refusals = [];

    public bool IsReadOnly { get; set; }

    /// <summary>A sentence about the whole form, at no field.</summary>
    public string? Whole => _refusals.Find(refusal => refusal.Field is null)?.Sentence;

    public bool HasErrors => _refusals.Count > 0;

    public string? ErrorOf(string field) => _refusals.Find(refusal => refusal.Field == field)?.Sentence;

    public void Typed(string field) => _refusals.RemoveAll(refusal => refusal.Field == field || refusal.Field is null);

    public void Left(string field)
    {
        // What is wrong is said when it is saved, by whoever knows.
    }

    public void Refuse(IEnumerable<Refusal> refusals) => _refusals = [.. refusals];

    public void Clear() => _refusals = [];
}
