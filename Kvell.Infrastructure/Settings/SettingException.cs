namespace Kvell.Infrastructure.Settings;

/// <summary>The application can't start as it is set up. The message is a sentence for whoever starts it, naming the key.</summary>
public sealed class SettingException : Exception
{
    public SettingException()
    {
    }

    public SettingException(string message)
        : base(message)
    {
    }

    public SettingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
