using System.Globalization;
using Kvell.Domain.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Kvell.Tests.Gateway;

/// <summary>What OpenSSL is given, what becomes of its failures, and that nothing piles up or stays behind.</summary>
public sealed class OpenSslSigningTests
{
    private const string Card = "2200000000000004";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Failures => new()
    {
        { "echo 'Could not read key' >&2; exit 1", "OpenSSL не создал подпись" },
        { "exit 0", "OpenSSL создал неверную подпись" },
        { "cat", "OpenSSL создал неверную подпись" },
        { "yes", "отвечает не так, как OpenSSL" },
        { "kill -9 $$", "OpenSSL не создал подпись" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_program_that_fails_sends_nothing_and_says_so(string script, string sentence)
    {
        using var program = new OpenSslStandIn($"[ \"$1\" = version ] && exec $OPENSSL version\n{script}");
        await using var server = RawServer.Answering("""{"status":"completed"}""");
        await using var bench = await GatewayBench.CreateAsync(server.Url);
        await bench.SignByAsync(SigningKind.OpenSsl, program.Path);

        var answer = await bench.SendAsync();

        Assert.False(answer.BytesLeft);
        Assert.Contains(sentence, answer.Failure, StringComparison.Ordinal);
        Assert.Equal(0, server.Connections);
    }

    [Fact]
    public async Task What_OpenSSL_said_is_in_the_log_and_not_in_the_sentence()
    {
        using var program = new OpenSslStandIn("[ \"$1\" = version ] && exec $OPENSSL version\necho 'Could not read private key' >&2; exit 1");
        var log = new KeptLog();
        await using var server = RawServer.Answering("""{"status":"completed"}""");
        await using var bench = await GatewayBench.CreateAsync(server.Url, services => services.AddSingleton<ILoggerProvider>(log));
        await bench.SignByAsync(SigningKind.OpenSsl, program.Path);

        var answer = await bench.SendAsync();

        Assert.DoesNotContain("Could not", answer.Failure, StringComparison.Ordinal);
        var said = Assert.Single(log.Lines, line => line.Contains("Could not read private key", StringComparison.Ordinal));
        Assert.Contains("can't be called", said, StringComparison.Ordinal);
        Assert.DoesNotContain(Card, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_program_sees_a_digest_and_an_encrypted_key_and_nothing_else()
    {
        using var program = new OpenSslStandIn(
            """
            [ "$1" = version ] && exec $OPENSSL version
            echo "$@" > $HERE/arguments; env > $HERE/environment; cp $4 $HERE/key; stat -c %a $4 $(dirname $4) > $HERE/rights
            tee $HERE/input | exec $OPENSSL "$@"
            """);
        Environment.SetEnvironmentVariable("ConnectionStrings__Kvell", "Password=connection-password");
        await using var server = RawServer.Answering("""{"status":"completed"}""");
        await using var bench = await GatewayBench.CreateAsync(server.Url);
        await bench.SignByAsync(SigningKind.OpenSsl, program.Path);

        Assert.Null((await bench.SendAsync()).Failure);

        Environment.SetEnvironmentVariable("ConnectionStrings__Kvell", null);
        Assert.Equal(32, (await File.ReadAllBytesAsync(program.FileIn("input"), Token)).Length);
        Assert.StartsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----", await File.ReadAllTextAsync(program.FileIn("key"), Token), StringComparison.Ordinal);
        Assert.Equal(["600", "700"], await File.ReadAllLinesAsync(program.FileIn("rights"), Token));
        var seen = await File.ReadAllTextAsync(program.FileIn("arguments"), Token) + await File.ReadAllTextAsync(program.FileIn("environment"), Token);
        Assert.Contains("-passin fd:", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("connection-password", seen, StringComparison.Ordinal);
        Assert.DoesNotContain(Card, seen, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.GetDirectoryName(seen.Split(' ')[3])), "the key's folder is still there");
    }

    /// <summary>The whole of the limit passes: ten seconds.</summary>
    [Fact]
    public async Task A_program_that_hangs_is_killed_with_what_it_started_and_sends_nothing()
    {
        using var program = new OpenSslStandIn("[ \"$1\" = version ] && exec $OPENSSL version\nsleep 600 & echo $! > $HERE/child; wait");
        await using var server = RawServer.Answering("""{"status":"completed"}""");
        await using var bench = await GatewayBench.CreateAsync(server.Url);
        await bench.SignByAsync(SigningKind.OpenSsl, program.Path);

        var answer = await bench.SendAsync();

        Assert.False(answer.BytesLeft);
        Assert.Contains("не ответил за 10 с", answer.Failure, StringComparison.Ordinal);

        // The signal is on its way when we go on. And a killed process whose parent is gone may stand in the table until it is
        // collected; it runs nothing any more.
        var child = $"/proc/{(await File.ReadAllTextAsync(program.FileIn("child"), Token)).Trim()}/cmdline";
        Assert.True(SpinWait.SpinUntil(() => !File.Exists(child) || File.ReadAllText(child).Length == 0, TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task Ten_signatures_at_once_run_no_more_programs_than_processors_and_all_come_out()
    {
        using var program = new OpenSslStandIn(
            """
            [ "$1" = version ] && exec $OPENSSL version
            mkdir $HERE/run-$$; ls -d $HERE/run-* | wc -l >> $HERE/running
            $OPENSSL "$@"; code=$?
            rmdir $HERE/run-$$; exit $code
            """);
        await using var server = RawServer.Answering("""{"status":"completed"}""");
        await using var bench = await GatewayBench.CreateAsync(server.Url);
        await bench.SignByAsync(SigningKind.OpenSsl, program.Path);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(bench.SendAsync)));

        Assert.All(answers, answer => Assert.Equal("completed", answer.Order?.Status));
        Assert.Single(server.Calls.Select(call => call.Headers["X-Signature"]).Distinct());
        var running = (await File.ReadAllLinesAsync(program.FileIn("running"), Token)).Select(line => int.Parse(line, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(10, running.Count);
        Assert.InRange(running.Max(), 1, Environment.ProcessorCount);
    }

    [Fact]
    public async Task A_confirmation_is_signed_by_the_program_too()
    {
        await using var server = RawServer.Answering("""{"status":"completed"}""");
        await using var bench = await GatewayBench.CreateAsync(server.Url);
        await bench.Gateway.ConfirmAsync(bench.Terminal, GatewayBench.Number, "123456", () => true);
        await bench.SignByAsync(SigningKind.OpenSsl, OpenSslStandIn.RealPath);
        await bench.Gateway.ConfirmAsync(bench.Terminal, GatewayBench.Number, "123456", () => true);
        Assert.Single(server.Calls.Select(call => call.Headers["X-Signature"]).Distinct());
    }

    [Fact]
    public async Task A_status_call_needs_no_program()
    {
        await using var server = RawServer.Answering("""{"status":"completed"}""");
        await using var bench = await GatewayBench.CreateAsync(server.Url);
        await bench.SignByAsync(SigningKind.OpenSsl, "/no/such/openssl");
        Assert.Equal("completed", (await bench.Gateway.CheckAsync(bench.Terminal, GatewayBench.Number, () => true)).Order?.Status);
    }
}
