namespace Kvell.Domain.Common;

/// <summary>The actor may not do this. The page answers «Нет доступа» (403).</summary>
public sealed class AccessDeniedException : Exception
{
    public AccessDeniedException()
        : this("Нет доступа")
    {
    }

    public AccessDeniedException(string message)
        : base(message)
    {
    }

    public AccessDeniedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
