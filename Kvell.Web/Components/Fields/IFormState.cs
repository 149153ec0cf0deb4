namespace Kvell.Web.Components.Fields;

/// <summary>What a form tells its fields, and hears from them. A field is named by its element's id.</summary>
public interface IFormState
{
    bool IsReadOnly { get; }

    /// <returns>The sentence at the field, or null while there is nothing to say.</returns>
    string? ErrorOf(string field);

    /// <summary>A key was typed or a choice made.</summary>
    void Typed(string field);

    /// <summary>The field was left: what is wrong in it may be said now.</summary>
    void Left(string field);
}
