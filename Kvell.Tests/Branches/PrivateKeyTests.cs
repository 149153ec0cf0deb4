using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Kvell.Domain.Branches;
using Kvell.Infrastructure.Branches.Keys;
using Kvell.Infrastructure.Sealing;
using Kvell.Tests.Gateway;
using Microsoft.AspNetCore.DataProtection;
using Xunit;

namespace Kvell.Tests.Branches;

/// <summary>Which files are taken as a private key, and what is said of every other.</summary>
public sealed class PrivateKeyTests
{
    private const string Passphrase = "Пароль 1";

    private static readonly RSA Good = RSA.Create(2048);
    private static readonly Seals Seals = new(new EphemeralDataProtectionProvider());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, Func<string>, string?> Taken => new()
    {
        { "PKCS#8", Good.ExportPkcs8PrivateKeyPem, null },
        { "PKCS#1", Good.ExportRSAPrivateKeyPem, null },
        { "encrypted PKCS#8", () => Encrypted(Good), Passphrase },
        { "with the mark of UTF-8 and words before it", () => "\uFEFFBag Attributes\n  friendlyName: kvell\n" + Good.ExportPkcs8PrivateKeyPem(), null },
        { "with Windows line ends", () => Good.ExportPkcs8PrivateKeyPem().ReplaceLineEndings("\r\n"), null },
        { "after a certificate", () => $"{Certificate()}\n{Good.ExportPkcs8PrivateKeyPem()}", null },
        { "made by openssl genrsa", () => OpenSsl("genrsa", "2048"), null },
    };

    public static TheoryData<string, Func<string>, string> Refused => new()
    {
        { "public key", Good.ExportSubjectPublicKeyInfoPem, "Это публичный ключ. Здесь нужен приватный: файл privatekey.pem" },
        { "public key, PKCS#1", Good.ExportRSAPublicKeyPem, "Это публичный ключ. Здесь нужен приватный: файл privatekey.pem" },
        { "certificate", Certificate, "Это сертификат. Здесь нужен приватный ключ: файл privatekey.pem" },
        { "1024 bits", () => Short(1024), "Ключ слишком короткий: 1024 бит. Нужно не меньше 2048, лучше 4096" },
        { "2040 bits", () => Short(2040), "Ключ слишком короткий: 2040 бит. Нужно не меньше 2048, лучше 4096" },
        { "elliptic", Elliptic, "Это ключ не RSA. KVELL принимает только RSA: нажмите «Сформировать» или загрузите ключ RSA" },
        { "old encryption", () => OpenSsl("genrsa", "-traditional", "-aes128", "-passout", "pass:12345678", "2048"), "Ключ зашифрован старым способом." },
        { "a cut file", () => Good.ExportPkcs8PrivateKeyPem()[..400], "Файл с ключом повреждён." },
        { "a file with other bytes", () => Good.ExportPkcs8PrivateKeyPem().Replace("MII", "AAA", StringComparison.Ordinal), "Файл с ключом повреждён." },
        { "rubbish", () => "не ключ", "В файле нет ключа в формате PEM." },
        { "nothing", () => "", "В файле нет ключа в формате PEM." },
    };

    [Theory]
    [MemberData(nameof(Taken))]
    public async Task A_key_is_taken_as(string what, Func<string> file, string? passphrase)
    {
        var loaded = await LoadAsync(file(), passphrase);
        Assert.Null(loaded.Refusal);
        Assert.Equal(2048, loaded.Key!.Bits);
        if (what != "made by openssl genrsa")
            Assert.Equal(Print(Good.ExportSubjectPublicKeyInfo()), loaded.Key.Fingerprint);
        using var key = RSA.Create();
        key.ImportFromPem(Seals.TerminalKey.OpenText(loaded.Key.Sealed));
        Assert.Equal(loaded.Key.Fingerprint, Print(key.ExportSubjectPublicKeyInfo()));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Anything_else_is_refused_by_its_own_sentence(string what, Func<string> file, string sentence)
    {
        var loaded = await LoadAsync(file(), null);
        Assert.Null(loaded.Key);
        Assert.False(loaded.NeedsPassphrase, what);
        Assert.StartsWith(sentence, loaded.Refusal!.Sentence, StringComparison.Ordinal);
        Assert.Equal(TerminalForm.PrivateKeyField, loaded.Refusal.Field);
    }

    [Theory]
    [InlineData(null, "Ключ зашифрован. Введите пароль, которым он защищён")]
    [InlineData("", "Ключ зашифрован. Введите пароль, которым он защищён")]
    [InlineData("пароль 1", "Пароль не подходит к этому ключу.")]
    public async Task An_encrypted_key_asks_for_its_passphrase_at_the_field(string? passphrase, string sentence)
    {
        var loaded = await LoadAsync(Encrypted(Good), passphrase);
        Assert.Null(loaded.Key);
        Assert.True(loaded.NeedsPassphrase);
        Assert.StartsWith(sentence, loaded.Refusal!.Sentence, StringComparison.Ordinal);
        Assert.Equal(TerminalForm.PassphraseField, loaded.Refusal.Field);
    }

    [Fact]
    public async Task An_encrypted_key_that_is_too_short_is_refused_once_it_is_open()
    {
        using var key = RSA.Create(1024);
        var loaded = await LoadAsync(Encrypted(key), Passphrase);
        Assert.False(loaded.NeedsPassphrase);
        Assert.StartsWith("Ключ слишком короткий", loaded.Refusal!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused_too() => Assert.StartsWith(
        "В файле нет ключа", (await new LoadPrivateKey(Seals).ExecuteAsync(Keys.Admin, RandomNumberGenerator.GetBytes(4096), null, Token)).Refusal!.Sentence, StringComparison.Ordinal);

    private static Task<LoadedKey<NewPrivateKey>> LoadAsync(string file, string? passphrase) =>
        new LoadPrivateKey(Seals).ExecuteAsync(Keys.Admin, Encoding.UTF8.GetBytes(file), passphrase, Token);

    private static string Encrypted(RSA key) =>
        key.ExportEncryptedPkcs8PrivateKeyPem(Passphrase, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 2048));

    private static string Short(int bits)
    {
        using var key = RSA.Create(bits);
        return key.ExportPkcs8PrivateKeyPem();
    }

    private static string Elliptic()
    {
        using var key = ECDsa.Create();
        return key.ExportPkcs8PrivateKeyPem();
    }

    private static string Certificate()
    {
        var request = new CertificateRequest("CN=kvell", Good, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1));
        return certificate.ExportCertificatePem();
    }

    private static string OpenSsl(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(OpenSslStandIn.RealPath, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        return process.StandardOutput.ReadToEnd();
    }

    private static string Print(byte[] publicKey) => Keys.Print(publicKey);
}
