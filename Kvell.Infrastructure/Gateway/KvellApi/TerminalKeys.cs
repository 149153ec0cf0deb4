using System.Security.Cryptography;
using System.Text;
using Kvell.Domain.Branches;
using Kvell.Infrastructure.Gateway.Signing;
using Kvell.Infrastructure.Sealing;

namespace Kvell.Infrastructure.Gateway.KvellApi;

/// <summary>
/// A terminal's opened secrets, and what is signed with them (kvell-api §3). Nothing here prints them.
/// </summary>
internal sealed class TerminalKeys
{
    private readonly byte[] _secret;

    private TerminalKeys(KvellTerminal terminal, string secret, SigningKey key)
    {
        (ApiKey, IsTest, Secret, Key) = (terminal.ApiKey, terminal.IsTest, secret, key);
        _secret = Encoding.UTF8.GetBytes(secret);
    }

    public string ApiKey { get; }

    public bool IsTest { get; }

    /// <summary>For masking only.</summary>
    public string Secret { get; }

    public SigningKey Key { get; }

    /// <exception cref="GatewayUnusableException">A part is missing, can't be unsealed or doesn't sign.</exception>
    public static TerminalKeys Open(KvellTerminal terminal, Seals seals)
    {
        if (terminal.SealedSecret is null || terminal.SealedPrivateKey is null)
            throw new GatewayUnusableException("У терминала KVELL не заполнен секретный или приватный ключ.");
        try
        {
            var key = SigningKey.FromPem(seals.TerminalKey.OpenText(terminal.SealedPrivateKey));
            var keys = new TerminalKeys(terminal, seals.TerminalSecret.OpenText(terminal.SealedSecret), key);
            key.Sign(keys.DigestOf("trial"u8, SignatureMode.BodyPlusSecret));
            return keys;
        }
        catch (Exception failure) when (failure is CryptographicException or ArgumentException)
        {
            throw new GatewayUnusableException("Ключи терминала KVELL не открываются или не подписывают: загрузите их заново.", failure);
        }
    }

    /// <summary>Family R: what RSA PKCS#1 v1.5 signs is SHA-256 over the raw body, followed by the secret in R1.</summary>
    public byte[] DigestOf(ReadOnlySpan<byte> body, SignatureMode mode)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(body);
        if (mode == SignatureMode.BodyPlusSecret)
            hash.AppendData(_secret);
        return hash.GetHashAndReset();
    }

    /// <summary>Family S: SHA-256 of api-key, transaction and secret; lower-case hex.</summary>
    public string SignStatus(string transaction) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ApiKey + transaction + Secret)));
}
