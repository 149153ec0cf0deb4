using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Kvell.Infrastructure.Gateway.Signing;

/// <summary>A private RSA key that is opened. RSA objects promise nothing about threads: each signature borrows one.</summary>
internal sealed class SigningKey
{
    /// <summary>A passphrase of 256 random bits needs no stretching; a stretched one would only cost time before each payout.</summary>
    private static readonly PbeParameters Lock = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, iterationCount: 2048);

    private readonly byte[] _pkcs8;
    private readonly ConcurrentBag<RSA> _idle = [];

    /// <param name="key">Belongs to this from now on.</param>
    public SigningKey(RSA key)
    {
        _pkcs8 = key.ExportPkcs8PrivateKey();
        _idle.Add(key);
    }

    /// <exception cref="CryptographicException">Not a private RSA key.</exception>
    /// <exception cref="ArgumentException">Not a PEM.</exception>
    public static SigningKey FromPem(string pem)
    {
        var key = RSA.Create();
        try
        {
            key.ImportFromPem(pem);
            return new SigningKey(key);
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    /// <summary>RSA PKCS#1 v1.5 over a SHA-256 digest.</summary>
    public byte[] Sign(byte[] digest) => Use(key => key.SignHash(digest, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    public bool Verify(byte[] digest, byte[] signature) => Use(key => key.VerifyHash(digest, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    /// <summary>Encrypted PKCS#8: all that is ever written of a key to a file.</summary>
    public string ExportEncryptedPem(string passphrase) => Use(key => key.ExportEncryptedPkcs8PrivateKeyPem(passphrase, Lock));

    private T Use<T>(Func<RSA, T> use)
    {
        if (!_idle.TryTake(out var key))
        {
            key = RSA.Create();
            key.ImportPkcs8PrivateKey(_pkcs8, out _);
        }

        var result = use(key);
        _idle.Add(key);
        return result;
    }
}
