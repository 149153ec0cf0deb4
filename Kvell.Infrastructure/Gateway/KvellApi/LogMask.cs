using System.Text;
using System.Text.RegularExpressions;
using Kvell.Domain.Common;

namespace Kvell.Infrastructure.Gateway.KvellApi;

/// <summary>
/// Makes bodies and messages fit for the log, JSON or not: card numbers by their mask, codes, tokens, keys and signatures by
/// <c>***</c>. It reads text, not JSON, since what most needs masking is the reply that can't be parsed.
/// </summary>
/// <param name="known">This call's own secrets: masked wherever they are echoed.</param>
internal sealed partial class LogMask(params IReadOnlyCollection<string> known)
{
    private const int MaxLength = 16 * 1024;
    private const int MaxMessage = 500;
    private const int ShortestSecret = 3;
    private const int LongSecret = 16;
    private const string Hidden = "***";

    /// <summary>Of a body: at most 16 Ki characters; bytes that are no UTF-8 text are only counted.</summary>
    public string? Body(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return null;
        if (!System.Text.Unicode.Utf8.IsValid(bytes) || bytes.Contains((byte)0))
            return $"<{bytes.Length} байт, не текст UTF-8>";
        return Cut(Encoding.UTF8.GetString(bytes), MaxLength);
    }

    /// <summary>Of a message or a word of the gateway's: at most 500 characters.</summary>
    public string Message(string text) => Cut(text, MaxMessage);

    private string Cut(string text, int length)
    {
        // Cut before masking, so cut away a number that the edge may have split.
        if (text.Length > length)
            text = text[..length].TrimEnd("0123456789 -\u00A0".ToCharArray()) + "…";
        return Mask(text);
    }

    private string Mask(string text)
    {
        // "\u0034111…" is a card number too.
        text = EscapedAscii().Replace(text, match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString());
        foreach (var secret in known.Where(secret => secret.Length >= ShortestSecret))
        {
            // A code is short enough to stand inside other numbers.
            text = secret.Length >= LongSecret
                ? text.Replace(secret, Hidden, StringComparison.OrdinalIgnoreCase)
                : Regex.Replace(text, $"(?<![A-Za-z0-9]){Regex.Escape(secret)}(?![A-Za-z0-9])", Hidden);
        }

        text = PemBlock().Replace(text, Hidden);
        text = SecretField().Replace(text, match => $"{match.Groups["key"].Value}\"{Hidden}\"");
        text = SecretPair().Replace(text, match => match.Groups["key"].Value + Hidden);
        text = LongBlob().Replace(text, Hidden);
        return CardLike().Replace(text, match => match.Groups["guid"].Success ? match.Value : CardNumber.MaskOf(CardNumber.DigitsOf(match.Value)));
    }

    [GeneratedRegex(@"\\u00((?!22|5c)[2-7][0-9a-f])", RegexOptions.IgnoreCase)]
    private static partial Regex EscapedAscii();

    [GeneratedRegex("-----BEGIN [^-]*-----[^-]*(-----END [^-]*-----)?")]
    private static partial Regex PemBlock();

    /// <summary>A JSON field, its value perhaps cut short.</summary>
    [GeneratedRegex("""(?<key>"[^"]{0,40}(otp|token|secret|signature|api[_-]?key|private[_-]?key|password|cvv|cvc|pan_hash)[^"]{0,40}"\s*:\s*)("([^"\\]|\\.)*"?|[^\s,}\]"]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex SecretField();

    /// <summary>A form field, a header or a tag; the value has a digit in it, or «x-api-key: Field required» would lose its meaning.</summary>
    [GeneratedRegex("""(?<key>\b[\w-]{0,20}(otp|token|secret|signature|api[_-]?key|password|cvv|cvc)\s*[=:>]\s*)(?=[^\s&"'<>,;]*[0-9])[^\s&"'<>,;]+""", RegexOptions.IgnoreCase)]
    private static partial Regex SecretPair();

    [GeneratedRegex("[A-Za-z0-9+/_]{40,}={0,2}")]
    private static partial Regex LongBlob();

    /// <summary>Twelve digits or more, spaced or not; a UUID's digits are left alone.</summary>
    [GeneratedRegex(@"(?<guid>(?<![0-9a-f])[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f]))|(?<![0-9])[0-9]([ \u00A0-]?[0-9]){11,}", RegexOptions.IgnoreCase)]
    private static partial Regex CardLike();
}
