using System.Text.RegularExpressions;

namespace Kvell.Domain.Gateway;

/// <summary>The log's «№1: code: 20019, message: Превышен лимит» as a person reads it: «20019 Превышен лимит».</summary>
public static partial class ReplyWords
{
    public static string Brief(string description) => Frame().Replace(description, match => match.Groups["code"].Value is { Length: > 0 } code ? $"{code} " : "");

    /// <summary>No answer came: what stands there is what went wrong with the connection.</summary>
    public static bool IsSilence(string description) => Frame().Match(description) is { Success: true } frame && frame.Groups["code"].Length == 0;

    [GeneratedRegex(@"№\d+: code: (?<code>[^,]*), message: ")]
    private static partial Regex Frame();
}
