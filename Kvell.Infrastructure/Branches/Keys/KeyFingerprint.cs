using System.Security.Cryptography;
using System.Text;

namespace Kvell.Infrastructure.Branches.Keys;

/// <summary>How a key is known without being shown.</summary>
internal static class KeyFingerprint
{
    private const int BytesOfSecret = 4;

    /// <summary>SHA-256 of SubjectPublicKeyInfo, <c>b3:4f:…</c>: the same for a private key and its public half.</summary>
    public static string Of(RSA key) => Written(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));

    /// <summary>The first bytes only: enough to tell two secrets apart, too few to look for one.</summary>
    public static string Of(string secret) => Written(SHA256.HashData(Encoding.UTF8.GetBytes(secret)).AsSpan(0, BytesOfSecret));

    private static string Written(ReadOnlySpan<byte> hash) => string.Join(':', Convert.ToHexStringLower(hash).Chunk(2).Select(pair => new string(pair)));
}
