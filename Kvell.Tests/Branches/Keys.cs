using System.Security.Cryptography;
using Kvell.Domain.Common;

namespace Kvell.Tests.Branches;

internal static class Keys
{
    public static Actor Admin { get; } = new(Guid.NewGuid(), "Лебедев Николай Петрович", [UserRole.Administrator], null);

    /// <summary>The fingerprint, written anew: SHA-256 of SubjectPublicKeyInfo, by twos.</summary>
    public static string Print(byte[] subjectPublicKeyInfo) => BitConverter.ToString(SHA256.HashData(subjectPublicKeyInfo)).Replace('-', ':').ToLowerInvariant();
}
