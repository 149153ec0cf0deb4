using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Kvell.Tests.Sealing;

/// <summary>Something that may stand nowhere in the open, and every shape it would be known by.</summary>
internal sealed class Forbidden
{
    /// <summary>What may stand between two digits of a number that is still readable: blanks, marks, markup.</summary>
    private const string Between = @"(?:[\s\-._+/,\\]|%20|%[cC]2%[aA]0|&nbsp;|&#160;|\xC2\xA0|\xE2\x80\x89|\xE2\x80\xAF|<[^<>]{0,200}>){0,8}";

    private readonly SearchValues<string> _literals;
    private readonly Regex? _grouped;

    private Forbidden(string name, IEnumerable<string> literals, string? grouped = null)
    {
        Name = name;

        // Megabytes of pages are searched: a vectorised search for what is written in one piece, a pattern only for what isn't.
        _literals = SearchValues.Create([.. literals.Distinct()], StringComparison.OrdinalIgnoreCase);
        _grouped = grouped is null ? null : new Regex(grouped, RegexOptions.CultureInvariant | RegexOptions.Compiled, TimeSpan.FromMinutes(1));
    }

    /// <summary>For a report, which itself must not say the secret.</summary>
    public string Name { get; }

    /// <param name="text">Each character is one byte (Latin-1).</param>
    public bool IsIn(string text) => text.AsSpan().ContainsAny(_literals) || _grouped?.IsMatch(text) == true;

    /// <summary>A full card number, in whatever groups.</summary>
    public static Forbidden Card(string digits) =>
        new($"card ending {digits[^4..]}", Encoded(digits), string.Join(Between, digits.ToCharArray()));

    public static Forbidden Secret(string name, string text) => new(name, [.. Written(text), .. Encoded(text)]);

    /// <summary>A private key: any full line of its PEM, and the numbers it is made of.</summary>
    public static Forbidden PrivateKey(string name, string pem)
    {
        using var key = RSA.Create();
        key.ImportFromPem(pem);
        var lines = pem.Split('\n').Select(line => line.Trim()).Where(line => line.Length == 64);
        var numbers = key.ExportParameters(includePrivateParameters: true);
        return new(name, [.. lines.SelectMany(line => Written(line).Concat(Encoded(line))), .. InBytes(numbers.P!), .. InBytes(numbers.Q!), .. InBytes(numbers.D!)]);
    }

    private static IEnumerable<string> Written(string text) =>
        new[] { text, Uri.EscapeDataString(text), System.Text.Json.JsonSerializer.Serialize(text).Trim('"'), System.Net.WebUtility.HtmlEncode(text) }
            .Select(written => Latin(Encoding.UTF8.GetBytes(written)));

    private static IEnumerable<string> Encoded(string text) =>
        InBytes(Encoding.UTF8.GetBytes(text)).Skip(1).Concat(InBytes(Encoding.Unicode.GetBytes(text)).Skip(1));

    private static IEnumerable<string> InBytes(byte[] bytes) =>
        new[] { Latin(bytes), Convert.ToHexString(bytes) }.Concat(Base64At(bytes));

    /// <summary>The characters that are the same wherever in a longer base64 text the bytes stand.</summary>
    private static IEnumerable<string> Base64At(byte[] bytes)
    {
        for (var offset = 0; offset < 3; offset++)
        {
            var text = Convert.ToBase64String([.. new byte[offset], .. bytes]);
            var fixedPart = text[(((offset * 8) + 5) / 6)..((offset + bytes.Length) * 8 / 6)];
            yield return fixedPart;
            yield return fixedPart.Replace('+', '-').Replace('/', '_');
        }
    }

    private static string Latin(byte[] bytes) => Encoding.Latin1.GetString(bytes);
}
