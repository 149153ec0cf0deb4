using Kvell.Domain.Settings;

namespace Kvell.Infrastructure.Gateway.Signing;

/// <summary>OpenSSL made no signature. <see cref="Sentence"/> is for a person; the message adds OpenSSL's own words, for the log.</summary>
public sealed class OpenSslException : Exception
{
    private const int MostWords = 500;

    public OpenSslException()
        : this("OpenSSL")
    {
    }

    public OpenSslException(string message)
        : this(message, innerException: null!)
    {
    }

    public OpenSslException(string message, Exception innerException)
        : base(message, innerException) => (Trial, Sentence) = (SigningTrial.Failed, message);

    public OpenSslException(SigningTrial trial, string sentence, string? words = null, Exception? inner = null)
        : base(string.IsNullOrWhiteSpace(words) ? sentence : $"{sentence} [{Cut(words)}]", inner) => (Trial, Sentence) = (trial, sentence);

    public SigningTrial Trial { get; }

    public string Sentence { get; }

    private static string Cut(string words)
    {
        var line = string.Join(" / ", words.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= MostWords ? line : line[..MostWords];
    }
}
