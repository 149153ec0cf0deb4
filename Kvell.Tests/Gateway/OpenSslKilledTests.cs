using System.Security.Cryptography;
using Kvell.Domain.Settings;
using Kvell.Infrastructure.Sealing;
using Kvell.Infrastructure.Settings;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Hosting;
using Kvell.Tests.Sealing;
using Kvell.Tests.Settings;
using Xunit;

namespace Kvell.Tests.Gateway;

/// <summary>A server that is killed in the middle of a signature.</summary>
public sealed class OpenSslKilledTests
{
    private const string Variable = "TMPDIR";

    /// <summary>The runtime's own diagnostic socket would stand in the same folder.</summary>
    private static readonly (string, string) NoSockets = ("DOTNET_EnableDiagnostics", "0");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Takes more than five seconds: a host and a second process start.</summary>
    [Fact]
    public async Task What_a_killed_server_leaves_does_not_open_and_its_passphrase_was_never_on_disk()
    {
        var folder = Directory.CreateTempSubdirectory("kvell-killed-").FullName;
        var temp = Directory.CreateDirectory(Path.Combine(folder, "temp")).FullName;

        // Reads the passphrase as OpenSSL would, tells it to the test and waits to be killed. A named pipe holds nothing on disk.
        using var program = new OpenSslStandIn(
            """
            [ "$1" = version ] && exec $OPENSSL version
            for last; do case $last in fd:*) descriptor=${last#fd:};; esac; done
            read passphrase < /dev/fd/$descriptor
            echo "$@" > $HERE/arguments; env > $HERE/environment
            echo "$passphrase" > $HERE/telling; mv $HERE/telling $HERE/told; exec sleep 600
            """);
        File.Copy(SeededDatabase.File, Path.Combine(folder, "kvell.db"));
        SecretHunter keyHunter;
        await using (var host = new KvellHost(new KvellHostOptions { Folder = folder }))
        {
            await (await SettingsDesk.OpenAsync(host)).SignByAsync(SigningKind.OpenSsl, program.Path);
            keyHunter = new SecretHunter(await PrivateKeyAsync(host));
        }

        using var told = new FileSystemWatcher(program.Folder, "told");
        var called = new TaskCompletionSource();
        told.Renamed += (_, _) => called.TrySetResult();
        told.EnableRaisingEvents = true;
        using (var server = KvellProcess.Start(folder, variables: [(Variable, temp), NoSockets]))
        {
            // It tries its signing as soon as it starts.
            await called.Task.WaitAsync(TimeSpan.FromMinutes(1), Token);
            server.Kill();
            await server.ExitAsync(Token);
        }

        var passphrase = (await File.ReadAllTextAsync(program.FileIn("told"), Token)).Trim();
        var left = Assert.Single(Directory.GetFiles(temp, "*.pem", SearchOption.AllDirectories));
        var pem = await File.ReadAllTextAsync(left, Token);
        using var key = RSA.Create();
        Assert.ThrowsAny<Exception>(() => key.ImportFromPem(pem));
        Assert.ThrowsAny<CryptographicException>(() => key.ImportFromEncryptedPem(pem, ""));
        key.ImportFromEncryptedPem(pem, passphrase);

        var passphraseHunter = new SecretHunter(Forbidden.Secret("passphrase", passphrase));
        Assert.Empty(keyHunter.InFolder(temp));
        Assert.Empty(passphraseHunter.InFolder(folder));
        Assert.Empty(passphraseHunter.InText("arguments", await File.ReadAllTextAsync(program.FileIn("arguments"), Token)));
        Assert.Empty(passphraseHunter.InText("environment", await File.ReadAllTextAsync(program.FileIn("environment"), Token)));
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<Forbidden> PrivateKeyAsync(KvellHost host)
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        await using var db = await desk.DatabaseAsync();
        var terminal = (await KvellReadinessCheck.LatestTerminalAsync(db, desk.Actor.BranchId!.Value, Token))!;
        return Forbidden.PrivateKey("private key", desk.Get<Seals>().TerminalKey.OpenText(terminal.SealedPrivateKey!));
    }
}
