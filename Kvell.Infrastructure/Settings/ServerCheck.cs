using Kvell.Domain.Settings;

namespace Kvell.Infrastructure.Settings;

/// <summary>What a server's own check of its signing came to, so that an administrator sees every server on one page.</summary>
public sealed class ServerCheck
{
    public const int LongestName = 100;
    public const int LongestSentence = 500;

    private ServerCheck()
    {
    }

    /// <summary>The machine's name.</summary>
    public string Server { get; private set; } = "";

    public SigningKind Kind { get; private set; }

    public DateTime CheckedAt { get; private set; }

    public bool IsGood { get; private set; }

    public string Sentence { get; private set; } = "";

    public static ServerCheck Of(string server) => new() { Server = Cut(server, LongestName) };

    public void Note(SigningKind kind, bool isGood, string sentence, DateTime now) =>
        (Kind, IsGood, Sentence, CheckedAt) = (kind, isGood, Cut(sentence, LongestSentence), now);

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..longest];
}
