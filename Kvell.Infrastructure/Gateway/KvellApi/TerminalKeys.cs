using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Kvell.Domain.Branches;
using Kvell.Infrastructure.Sealing;

namespace Kvell.Infrastructure.Gateway.KvellApi;

/// <summary>
/// A terminal's opened secrets, and the two signatures made with them (kvell-api §3). Nothing here prints them.
/// </summary>
internal sealed class TerminalKeys
{
    private readonly byte[] _privateKey;
    private readonly byte[] _secret;

    // RSA objects promise nothing about threads: each signature borrows one.
    private readonly ConcurrentBag<RSA> _idle = [];

    private TerminalKeys(KvellTerminal terminal, string secret, RSA key)
    {
        (ApiKey, IsTest, Secret) = (terminal.ApiKey, terminal.IsTest, secret);
        _secret = Encoding.UTF8.GetBytes(secret);
        _privateKey = key.ExportPkcs8PrivateKey();
        _idle.Add(key);
    }

    public string ApiKey { get; }

    public bool IsTest { get; }

    /// <summary>For masking only.</summary>
    public string Secret { get; }

    /// <exception cref="GatewayUnusableException">A part is missing, can't be unsealed or doesn't sign.</exception>
    public static TerminalKeys Open(KvellTerminal terminal, Seals seals)
    {
        if (terminal.SealedSecret is null || terminal.SealedPrivateKey is null)
            throw new GatewayUnusableException("У терминала KVELL не заполнен секретный или приватный ключ.");
        var key = RSA.Create();
        try
        {
            key.ImportFromPem(seals.TerminalKey.OpenText(terminal.SealedPrivateKey));
            var keys = new TerminalKeys(terminal, seals.TerminalSecret.OpenText(terminal.SealedSecret), key);
            keys.SignPayout("trial"u8, SignatureMode.BodyPlusSecret);
            return keys;
        }
        catch (Exception failure) when (failure is CryptographicException or ArgumentException)
        {
            key.Dispose();
            throw new GatewayUnusableException("Ключи терминала KVELL не открываются или не подписывают: загрузите их заново.", failure);
        }
    }

    /// <summary>Family R: RSA PKCS#1 v1.5 with SHA-256 over the raw body, followed by the secret in R1; base64.</summary>
    public string SignPayout(ReadOnlySpan<byte> body, SignatureMode mode)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(body);
        if (mode == SignatureMode.BodyPlusSecret)
            hash.AppendData(_secret);
        var key = Borrow();
        var signature = key.SignHash(hash.GetHashAndReset(), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        _idle.Add(key);
        return Convert.ToBase64String(signature);
    }

    /// <summary>Family S: SHA-256 of api-key, transaction and secret; lower-case hex.</summary>
    public string SignStatus(string transaction) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ApiKey + transaction + Secret)));

    private RSA Borrow()
    {
        if (_idle.TryTake(out var idle))
            return idle;
        var key = RSA.Create();
        key.ImportPkcs8PrivateKey(_privateKey, out _);
        return key;
    }
}
