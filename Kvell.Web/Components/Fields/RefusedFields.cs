using Kvell.Domain.Common;

namespace Kvell.Web.Components.Fields;

/// <summary>A form that is judged when it is sent: its refusals stand at their fields until something is typed there.</summary>
public sealed class RefusedFields : IFormState
{
    private readonly Dictionary<string, string> _sentences = [];

    public bool IsReadOnly { get; set; }

    public bool IsEmpty => _sentences.Count == 0;

    /// <summary>The first sentence of each field; a sentence about the whole has the field "".</summary>
    public void Show(IEnumerable<Refusal> refusals)
    {
        _sentences.Clear();
        foreach (var refusal in refusals)
            _sentences.TryAdd(refusal.Field ?? "", refusal.Sentence);
    }

    public string? ErrorOf(string field) => _sentences.GetValueOrDefault(field);

    public void Typed(string field)
    {
        _sentences.Remove(field);
        _sentences.Remove("");
    }

    public void Left(string field)
    {
    }
}
