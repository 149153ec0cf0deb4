using System.Security.Cryptography;
using System.Text;

namespace Kvell.Infrastructure.Branches.Keys;

/// <summary>A file that somebody loads as a key: its text, and which PEM parts it has.</summary>
internal sealed class KeyFile
{
    /// <summary>An RSA 16384 key in PEM is 13 kB, a certificate chain before it some more.</summary>
    public const int MostBytes = 64 * 1024;

    private readonly string _text;
    private readonly List<(string Label, Range Place)> _parts = [];

    public KeyFile(byte[] bytes)
    {
        // Some editors write the mark of UTF-8 first; whatever isn't text has no parts.
        _text = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
        var rest = 0;
        while (PemEncoding.TryFind(_text.AsSpan(rest), out var fields))
        {
            var (start, end) = (rest + fields.Location.Start.Value, rest + fields.Location.End.Value);
            _parts.Add((_text[(rest + fields.Label.Start.Value)..(rest + fields.Label.End.Value)], start..end));
            rest = end;
        }
    }

    /// <summary>A private key as the oldest tools encrypt it: headers inside the PEM, which are not PEM any more.</summary>
    public bool IsOldEncrypted => _text.Contains("Proc-Type: 4,ENCRYPTED", StringComparison.Ordinal);

    /// <summary>Says what it is, and that part of it can't be read.</summary>
    public bool LooksLike(string label) => _text.Contains($"-----BEGIN {label}-----", StringComparison.Ordinal);

    public bool Has(params ReadOnlySpan<string> labels)
    {
        foreach (var label in labels)
        {
            if (_parts.Exists(part => part.Label == label))
                return true;
        }

        return false;
    }

    /// <summary>The part with one of the labels, as PEM; null when there is none.</summary>
    public string? PartOf(params string[] labels) => _parts.Find(part => labels.Contains(part.Label)) is { Label: not null } found ? _text[found.Place] : null;
}
