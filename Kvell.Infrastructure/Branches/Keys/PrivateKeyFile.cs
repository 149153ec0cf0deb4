using System.Security.Cryptography;

namespace Kvell.Infrastructure.Branches.Keys;

/// <summary>What a file that was loaded as a private key turned out to be.</summary>
internal abstract record PrivateKeyReading
{
    private PrivateKeyReading()
    {
    }

    /// <param name="Key">Belongs to the caller.</param>
    internal sealed record Good(RSA Key) : PrivateKeyReading;

    /// <summary>Encrypted: it opens by a passphrase that wasn't given, or was wrong.</summary>
    internal sealed record Locked(string Sentence) : PrivateKeyReading;

    internal sealed record Refused(string Sentence) : PrivateKeyReading;
}

/// <summary>Reads «Приватный ключ»: PEM of PKCS#1, PKCS#8 or encrypted PKCS#8; RSA, 2048 bits or more.</summary>
internal static class PrivateKeyFile
{
    public const int LeastBits = 2048;

    public const string AskPassphrase = "Ключ зашифрован. Введите пароль, которым он защищён";
    public const string WrongPassphrase = "Пароль не подходит к этому ключу. Проверьте раскладку и введите ещё раз";
    public const string IsPublic = "Это публичный ключ. Здесь нужен приватный: файл privatekey.pem";
    public const string IsCertificate = "Это сертификат. Здесь нужен приватный ключ: файл privatekey.pem";
    public const string IsRequest = "Это запрос на сертификат. Здесь нужен приватный ключ: файл privatekey.pem";
    public const string IsOldEncrypted =
        "Ключ зашифрован старым способом. Переделайте его командой openssl pkcs8 -topk8 -in privatekey.pem -out new.pem и загрузите new.pem";

    public const string IsOtherKind = "Это ключ не RSA. KVELL принимает только RSA: нажмите «Сформировать» или загрузите ключ RSA";
    public const string IsBroken = "Файл с ключом повреждён. Загрузите его ещё раз или возьмите другую копию";
    public const string IsRubbish = "В файле нет ключа в формате PEM. Нужен текстовый файл, который начинается с BEGIN PRIVATE KEY или BEGIN RSA PRIVATE KEY";

    private const string Pkcs1 = "RSA PRIVATE KEY";
    private const string Pkcs8 = "PRIVATE KEY";
    private const string EncryptedPkcs8 = "ENCRYPTED PRIVATE KEY";

    public static PrivateKeyReading Read(byte[] bytes, string? passphrase)
    {
        var file = new KeyFile(bytes);
        if (file.PartOf(EncryptedPkcs8) is { } encrypted)
            return string.IsNullOrEmpty(passphrase) ? new PrivateKeyReading.Locked(AskPassphrase) : Decrypt(encrypted, passphrase);
        if (file.PartOf(Pkcs1, Pkcs8) is { } open)
            return Import(key => key.ImportFromPem(open));
        return new PrivateKeyReading.Refused(RefusalOf(file));
    }

    private static PrivateKeyReading Decrypt(string pem, string passphrase)
    {
        var reading = Import(key => key.ImportFromEncryptedPem(pem, passphrase));
        return reading is PrivateKeyReading.Refused { Sentence: IsBroken } ? new PrivateKeyReading.Locked(WrongPassphrase) : reading;
    }

    private static PrivateKeyReading Import(Action<AsymmetricAlgorithm> import)
    {
        var key = RSA.Create();
        try
        {
            import(key);
            if (key.KeySize < LeastBits)
            {
                key.Dispose();
                return new PrivateKeyReading.Refused($"Ключ слишком короткий: {key.KeySize} бит. Нужно не меньше {LeastBits}, лучше 4096");
            }

            // A key whose parts don't belong together imports well and signs nothing right.
            var signature = key.SignData("trial"u8, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            if (key.VerifyData("trial"u8, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))
                return new PrivateKeyReading.Good(key);
        }
        catch (CryptographicException)
        {
            key.Dispose();
            return new PrivateKeyReading.Refused(IsElliptic(import) ? IsOtherKind : IsBroken);
        }

        key.Dispose();
        return new PrivateKeyReading.Refused(IsBroken);
    }

    private static bool IsElliptic(Action<AsymmetricAlgorithm> import)
    {
        using var key = ECDsa.Create();
        try
        {
            import(key);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static string RefusalOf(KeyFile file) => file switch
    {
        { IsOldEncrypted: true } => IsOldEncrypted,
        _ when file.Has("PUBLIC KEY", "RSA PUBLIC KEY") => IsPublic,
        _ when file.Has("CERTIFICATE", "TRUSTED CERTIFICATE", "X509 CERTIFICATE") => IsCertificate,
        _ when file.Has("CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST") => IsRequest,
        _ when file.Has("EC PRIVATE KEY", "DSA PRIVATE KEY", "OPENSSH PRIVATE KEY", "EC PARAMETERS") => IsOtherKind,
        _ when file.LooksLike(Pkcs1) || file.LooksLike(Pkcs8) || file.LooksLike(EncryptedPkcs8) => IsBroken,
        _ => IsRubbish,
    };
}
