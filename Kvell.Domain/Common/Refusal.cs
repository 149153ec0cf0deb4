namespace Kvell.Domain.Common;

/// <summary>An expected "no" that a page shows: a Russian sentence that says what to do, and the field it belongs to.</summary>
/// <param name="Field">The field's key in its form model, or null for a sentence about the whole.</param>
public sealed record Refusal(string Sentence, string? Field = null);

/// <summary>An illegal transition: a fault in the program, never an answer to a person.</summary>
public sealed class IllegalTransitionException : InvalidOperationException
{
    public IllegalTransitionException()
    {
    }

    public IllegalTransitionException(string message)
        : base(message)
    {
    }

    public IllegalTransitionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
