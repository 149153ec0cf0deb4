using System.Text.RegularExpressions;

namespace Kvell.Domain.Gateway;

/// <summary>The log's «№1: code: 20019, message: Превышен лимит» as a person reads it: «20019 Превышен лимит».</summary>
public static partial class ReplyWords
{
    public static string Brief(string description) => Frame().Replace(description, match => match.Groups["code"].Value is { Length: > 0 } code ? $"{code} " : "");

    /// <summary>No answer came: what stands there is what went wrong with the connection.</summary>
    public static bool IsSilence(string description) => Frame().Match(description) is { Success: true } frame && frame.Groups["code"].Length == 0;

    /// <summary>The first error's code, <c>20019</c>; empty where there is none.</summary>
    public static string CodeOf(string description) => Frame().Match(description).Groups["code"].Value;

    /// <summary>The first error's message, or the order's word: <c>Превышен лимит</c>, <c>COMPLETED</c>.</summary>
    public static string MessageOf(string description) =>
        Frame().Match(description) is { Success: true } frame ? description[(frame.Index + frame.Length)..] : description;

    [GeneratedRegex(@"№\d+: code: (?<code>[^,]*), message: ")]
    private static partial Regex Frame();
}
