using System.Net;
using System.Text.RegularExpressions;
using Kvell.Infrastructure.Sealing;
using Kvell.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Kvell.Tests.Web;

/// <summary>The process in Production: what it refuses to start without, and how it talks to strangers.</summary>
public sealed partial class ProductionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kvell-test-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string NewCertificate => Path.Combine(_folder, "kvell.pfx");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Without_a_certificate_for_its_keys_it_does_not_start_and_says_so()
    {
        using var process = Start(certificate: null);
        Assert.Equal(1, await process.ExitAsync(Cancellation));
        Assert.Contains("DataProtection:Certificate", process.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Demo:Enabled")]
    [InlineData("Emulator:Only")]
    public async Task Neither_demo_nor_emulator_starts(string key)
    {
        using var process = Start(TestCertificate.File, (key, "true"));
        Assert.Equal(1, await process.ExitAsync(Cancellation));
        Assert.Contains(key, process.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_keys_lie_in_the_database_wrapped_and_open_by_no_other_certificate()
    {
        using (var process = Start(TestCertificate.File))
        {
            using var visitor = Visitor.Create((await process.AddressAsync(Cancellation))!);
            using var page = await visitor.GetAsync(new Uri("/account/sign-in", UriKind.Relative), Cancellation);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            Assert.Equal(0, await process.TerminateAsync(Cancellation));
        }

        var keys = KeysInDatabase();
        Assert.NotEmpty(keys);
        Assert.All(keys, xml => Assert.Contains("EncryptedKey", xml, StringComparison.Ordinal));
        Assert.All(keys, xml => Assert.DoesNotMatch("<masterKey", xml));

        var other = Path.Combine(_folder, "other.pfx");
        SealingCertificate.Create(other, TestCertificate.Password);
        using (var process = Start(other))
        {
            Assert.Equal(1, await process.ExitAsync(Cancellation));
            Assert.Contains("закрыты другим сертификатом", process.Output, StringComparison.Ordinal);
        }

        using (var process = Start(other, ("DataProtection:PreviousCertificates:0", TestCertificate.File)))
            Assert.NotNull(await process.AddressAsync(Cancellation));
    }

    [Fact]
    public async Task Setup_makes_the_certificate_and_the_first_administrator_once()
    {
        using (var setup = Start(NewCertificate, command: "setup"))
            Assert.Equal(0, await setup.ExitAsync(Cancellation));
        using var process = Start(NewCertificate);
        using var visitor = Visitor.Create((await process.AddressAsync(Cancellation))!);

        using (var again = Start(NewCertificate, command: "setup"))
        {
            Assert.Equal(1, await again.ExitAsync(Cancellation));
            Assert.Contains("Администратор уже есть: admin", again.Output, StringComparison.Ordinal);
        }

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(NewCertificate));
        using var signedIn = await visitor.PostSignInAsync("admin", "seven green tomatoes", Cancellation);
        Assert.Equal("/", signedIn.PathOfRedirect());
    }

    [Fact]
    public async Task Setup_that_is_told_nothing_makes_a_password_that_must_be_changed()
    {
        using var setup = Start(NewCertificate, command: "setup", password: null);
        Assert.Equal(0, await setup.ExitAsync(Cancellation));
        var made = MadePassword().Match(setup.Output).Groups[1].Value;

        using var process = Start(NewCertificate);
        using var visitor = Visitor.Create((await process.AddressAsync(Cancellation))!);
        using var signedIn = await visitor.PostSignInAsync("admin", made, Cancellation);
        using var desk = await visitor.GetAsync(new Uri("/", UriKind.Relative), Cancellation);
        Assert.Equal("/account/password", desk.PathOfRedirect());
        Assert.DoesNotContain(made, process.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_comes_over_the_net_unencrypted_is_refused_and_over_https_told_to_stay_there()
    {
        using var process = Start(TestCertificate.File, ("Proxy:Addresses", "127.0.0.1"));
        using var visitor = Visitor.Create((await process.AddressAsync(Cancellation))!);
        visitor.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        visitor.DefaultRequestHeaders.Add("X-Forwarded-Host", "desk.lombard.example");
        using var open = await visitor.GetAsync(new Uri("/account/sign-in", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, open.StatusCode);

        visitor.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var closed = await visitor.GetAsync(new Uri("/account/sign-in", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.OK, closed.StatusCode);
        Assert.NotEmpty(closed.Headers.GetValues("Strict-Transport-Security"));
        Assert.All(closed.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase));
        foreach (var (name, value) in new[] { ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"), ("Referrer-Policy", "same-origin") })
            Assert.Equal([value], closed.Headers.GetValues(name));
        Assert.Contains("script-src 'self';", Assert.Single(closed.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.False(closed.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Nobody_is_believed_who_is_not_named_as_a_proxy()
    {
        using var process = Start(TestCertificate.File);
        using var visitor = Visitor.Create((await process.AddressAsync(Cancellation))!);
        visitor.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        visitor.DefaultRequestHeaders.Add("X-Forwarded-Host", "desk.lombard.example");
        using var asItCame = await visitor.GetAsync(new Uri("/account/sign-in", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.OK, asItCame.StatusCode);

        visitor.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var page = await visitor.GetAsync(new Uri("/account/sign-in", UriKind.Relative), Cancellation);
        Assert.False(page.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task An_address_of_a_proxy_that_can_not_be_read_is_said_in_a_sentence()
    {
        using var process = Start(TestCertificate.File, ("Proxy:Addresses", "nginx"));
        Assert.Equal(1, await process.ExitAsync(Cancellation));
        Assert.Contains("Proxy:Addresses: «nginx»", process.Output, StringComparison.Ordinal);
    }

    private KvellProcess Start(string? certificate, params (string Key, string Value)[] settings) => Start(certificate, null, "seven green tomatoes", settings);

    private KvellProcess Start(string? certificate, string command, string? password = "seven green tomatoes") => Start(certificate, command, password, []);

    private KvellProcess Start(string? certificate, string? command, string? password, (string Key, string Value)[] settings)
    {
        (string, string)[] variables = password is null ? [] : [("Setup__Password", password)];
        return KvellProcess.Start(_folder, "Production", [.. settings, ("DataProtection:Certificate", certificate ?? "")], variables, command);
    }

    private List<string> KeysInDatabase()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "kvell.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Xml FROM DataProtectionKeys";
        using var reader = command.ExecuteReader();
        var keys = new List<string>();
        while (reader.Read())
            keys.Add(reader.GetString(0));
        return keys;
    }

    [GeneratedRegex(@"Пароль для первого входа: (\S+)")]
    private static partial Regex MadePassword();
}
