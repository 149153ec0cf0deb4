using System.Security.Cryptography;

namespace Kvell.Infrastructure.Branches.Keys;

/// <summary>Reads «Публичный ключ»: PEM, RSA. It is stored as it was loaded; only its fingerprint is taken from it.</summary>
internal static class PublicKeyFile
{
    public const string IsPrivate = "Это приватный ключ: он остаётся в ломбарде и в KVELL не передаётся. Здесь нужен публичный: файл publickey.pem";
    public const string IsCertificate = "Это сертификат. Здесь нужен публичный ключ: файл publickey.pem";
    public const string IsBroken = "Файл с ключом повреждён или это ключ не RSA. Нужен файл publickey.pem";
    public const string IsRubbish = "В файле нет ключа в формате PEM. Нужен текстовый файл, который начинается с BEGIN PUBLIC KEY";

    /// <returns>The fingerprint, or why the file is refused.</returns>
    public static (string? Fingerprint, string? Refusal) Read(byte[] bytes)
    {
        var file = new KeyFile(bytes);
        if (file.Has("PRIVATE KEY", "RSA PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "EC PRIVATE KEY", "OPENSSH PRIVATE KEY") || file.IsOldEncrypted)
            return (null, IsPrivate);
        if (file.PartOf("PUBLIC KEY", "RSA PUBLIC KEY") is not { } pem)
            return (null, file.Has("CERTIFICATE", "TRUSTED CERTIFICATE", "X509 CERTIFICATE") ? IsCertificate : file.LooksLike("PUBLIC KEY") ? IsBroken : IsRubbish);
        using var key = RSA.Create();
        try
        {
            key.ImportFromPem(pem);
            return (KeyFingerprint.Of(key), null);
        }
        catch (CryptographicException)
        {
            return (null, IsBroken);
        }
    }
}
