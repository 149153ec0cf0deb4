using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kvell.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;

namespace Kvell.Infrastructure.Sealing;

/// <summary>The certificate that wraps the Data Protection keys. Its dates and its issuer don't matter, only its key does.</summary>
public static class SealingCertificate
{
    private const int KeySize = 4096;
    private const int YearsValid = 30;
    private const int ThumbprintLength = 40;

    /// <summary>A file is meant relative to the application, wherever it is started from, as the database's is.</summary>
    public static void Place(IConfiguration configuration, string contentRoot)
    {
        if (configuration[SealingOptions.CertificateKey] is { Length: > 0 } named && !IsThumbprint(named))
            configuration[SealingOptions.CertificateKey] = Path.GetFullPath(named, contentRoot);
    }

    /// <param name="named">A file, or a thumbprint.</param>
    /// <exception cref="SettingException">It isn't there, doesn't open, or has no private RSA key.</exception>
    public static X509Certificate2 Load(string named, string? password, string key = SealingOptions.CertificateKey)
    {
        var certificate = IsThumbprint(named) ? FromStore(named, key) : FromFile(named, password, key);
        using var rsa = certificate.GetRSAPrivateKey();
        return rsa is not null ? certificate : throw new SettingException($"{key}: в «{named}» нет закрытого ключа RSA. Нужен файл PFX или PEM с закрытым ключом.");
    }

    /// <summary>A self-signed one in a new PFX file that only its owner reads.</summary>
    /// <exception cref="SettingException">No password, or the file can't be written.</exception>
    public static void Create(string file, string? password)
    {
        if (string.IsNullOrEmpty(password))
            throw new SettingException($"{SealingOptions.PasswordKey}: придумайте пароль файла сертификата и задайте его переменной среды DataProtection__CertificatePassword.");
        using var rsa = RSA.Create(KeySize);
        var request = new CertificateRequest("CN=Kvell Data Protection", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var from = TimeProvider.System.GetUtcNow().AddDays(-1);
        using var certificate = request.CreateSelfSigned(from, from.AddYears(YearsValid));
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var stream = new FileStream(file, options);
            stream.Write(certificate.Export(X509ContentType.Pfx, password));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new SettingException($"{SealingOptions.CertificateKey}: файл «{file}» не записан: {failure.Message}", failure);
        }
    }

    public static bool IsThumbprint(string named) => named.Length == ThumbprintLength && named.All(char.IsAsciiHexDigit);

    private static X509Certificate2 FromFile(string file, string? password, string key)
    {
        if (!File.Exists(file))
            throw new SettingException($"{key}: файла «{file}» нет. Укажите файл сертификата; команда setup создаст его.");
        try
        {
            return X509Certificate2.GetCertContentType(file) == X509ContentType.Pkcs12
                ? X509CertificateLoader.LoadPkcs12FromFile(file, password, X509KeyStorageFlags.EphemeralKeySet)
                : FromPem(file, password);
        }
        catch (CryptographicException failure)
        {
            throw new SettingException($"{key}: сертификат «{file}» не открывается. Проверьте файл и {SealingOptions.PasswordKey}.", failure);
        }
    }

    private static X509Certificate2 FromPem(string file, string? password) => string.IsNullOrEmpty(password)
        ? X509Certificate2.CreateFromPemFile(file)
        : X509Certificate2.CreateFromEncryptedPemFile(file, password);

    private static X509Certificate2 FromStore(string thumbprint, string key)
    {
        foreach (var location in new[] { StoreLocation.CurrentUser, StoreLocation.LocalMachine })
        {
            using var store = new X509Store(StoreName.My, location);
            store.Open(OpenFlags.ReadOnly);
            if (store.Certificates.Find(X509FindType.FindByThumbprint, thumbprint, validOnly: false) is [var found, ..])
                return found;
        }

        throw new SettingException($"{key}: сертификата с отпечатком {thumbprint} нет в хранилищах этой машины.");
    }
}
