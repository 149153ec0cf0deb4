namespace Kvell.Infrastructure.Gateway;

/// <summary>A call can't even begin: wrong settings, or a terminal that may not be used here. The message is a Russian sentence without secrets.</summary>
public sealed class GatewayUnusableException : Exception
{
    public GatewayUnusableException()
    {
    }

    public GatewayUnusableException(string message)
        : base(message)
    {
    }

    public GatewayUnusableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
