using System.Security.Cryptography;
using System.Text;
using Kvell.Infrastructure.Gateway;

namespace Kvell.Infrastructure.Emulator;

/// <summary>The gateway's side of kvell-api §3, written anew: a shared signer would agree with itself whatever it did.</summary>
internal sealed class ShopKey
{
    private readonly string _apiKey;
    private readonly string _secret;
    private readonly RSA _publicKey = RSA.Create();
    private readonly Lock _gate = new();

    public ShopKey(string apiKey, string secret, string privateKeyPem)
    {
        (_apiKey, _secret) = (apiKey, secret);
        using var privateKey = RSA.Create();
        privateKey.ImportFromPem(privateKeyPem);
        _publicKey.ImportRSAPublicKey(privateKey.ExportRSAPublicKey(), out _);
    }

    public bool VerifiesBody(byte[] body, string? signature, SignatureMode mode)
    {
        var bytes = new byte[signature?.Length ?? 0];
        if (signature is null || !Convert.TryFromBase64String(signature, bytes, out var length))
            return false;
        byte[] signed = mode == SignatureMode.BodyPlusSecret ? [.. body, .. Encoding.UTF8.GetBytes(_secret)] : body;

        // RSA objects promise nothing about threads.
        lock (_gate)
            return _publicKey.VerifyData(signed, bytes.AsSpan(0, length), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    public bool VerifiesNumber(string number, string? signature) =>
        signature == Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{_apiKey}{number}{_secret}")));
}
