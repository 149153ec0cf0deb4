using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kvell.Domain.CardTopUps;

/// <summary>
/// The number under which KVELL knows an attempt: always the same for the same attempt of the same loan. A database that was restored
/// from a copy has forgotten what it paid since; a press then begins the attempt anew, KVELL refuses the number as one that ran, and
/// the status says what became of it. A number made by chance would pay a second time.
/// </summary>
public static class TransactionNumber
{
    private const int GuidLength = 16;

    /// <returns>A GUID (version 8, RFC 9562) in lower case with dashes: ASCII, 36 characters.</returns>
    public static string Of(Guid operationId, int attempt)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"Kvell payout of {operationId:D}, attempt {attempt}");
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(name), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..GuidLength], bigEndian: true).ToString("D");
    }
}
