using System.Security.Cryptography;
using Kvell.Domain.Branches;
using Kvell.Domain.Gateway;
using Xunit;

namespace Kvell.Tests.Gateway;

public sealed class TerminalKeyTests
{
    private static readonly string Pem = SignatureVector.All.First(vector => vector.KeyId == "rsa2048").PrivateKeyPem!;

    public static TheoryData<string, string?, string?> Broken => new()
    {
        { "no secret", null, Pem },
        { "no key", "secret", null },
        { "no PEM", "secret", "not a key" },
        { "a cut PEM", "secret", Pem[..^200] },
        { "a public key", "secret", SignatureVector.All.Select(vector => PublicPem(vector.PrivateKeyPem)).First(pem => pem is not null) },
        { "a key of another kind", "secret", EllipticPem() },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_terminal_without_working_keys_sends_nothing_and_is_not_ready(string what, string? secret, string? pem)
    {
        await using var server = RawServer.Answering("""{"status":"completed"}""");
        await using var bench = await GatewayBench.CreateAsync(server.Url);
        var terminal = await bench.AddTerminalAsync(bench.Terminal.ApiKey, secret, pem);

        var answer = await bench.Gateway.SendAsync(terminal, GatewayBench.Body, () => true);

        Assert.False(answer.BytesLeft);
        Assert.Contains("терминала KVELL", answer.Failure);
        Assert.Equal(0, server.Connections);
        Assert.False(await bench.CanSignAsync(bench.Sealed(Guid.NewGuid(), bench.Terminal.ApiKey, secret, pem)), what);
    }

    [Fact]
    public async Task A_terminal_with_working_keys_can_sign()
    {
        await using var bench = await GatewayBench.CreateAsync(null);
        Assert.True(await bench.CanSignAsync(bench.Sealed(Guid.NewGuid(), bench.Terminal.ApiKey, "secret", Pem)));
    }

    [Fact]
    public async Task A_key_of_the_older_pem_kind_signs_too()
    {
        using var key = RSA.Create();
        key.ImportFromPem(Pem);
        await using var bench = await GatewayBench.CreateAsync(null);
        Assert.True(await bench.CanSignAsync(bench.Sealed(Guid.NewGuid(), bench.Terminal.ApiKey, "secret", key.ExportRSAPrivateKeyPem())));
    }

    [Fact]
    public async Task Secrets_sealed_for_something_else_do_not_open()
    {
        await using var bench = await GatewayBench.CreateAsync(null);
        await using var other = await GatewayBench.CreateAsync(null);
        Assert.False(await bench.CanSignAsync(other.Sealed(Guid.NewGuid(), bench.Terminal.ApiKey, "secret", Pem)));
    }

    [Fact]
    public async Task A_call_is_made_by_the_terminal_it_was_begun_with_or_not_at_all()
    {
        await using var server = RawServer.Answering("""{"status":"completed"}""");
        await using var bench = await GatewayBench.CreateAsync(server.Url);
        GatewayTerminal[] wrong =
        [
            bench.Terminal with { ApiKey = Guid.NewGuid().ToString() },
            bench.Terminal with { IsTest = false },
            bench.Terminal with { TerminalId = Guid.NewGuid() },
        ];

        foreach (var terminal in wrong)
            Assert.False((await bench.Gateway.SendAsync(terminal, GatewayBench.Body, () => true)).BytesLeft);

        Assert.Equal(0, server.Connections);
    }

    [Fact]
    public async Task Many_signatures_at_once_are_all_right()
    {
        await using var server = RawServer.Answering("""{"status":"completed"}""");
        await using var bench = await GatewayBench.CreateAsync(server.Url);
        var vector = SignatureVector.All.Single(vector => vector.Name == "a2c-cyrillic-2048");

        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => bench.Gateway.SendAsync(bench.Terminal, vector.Body, () => true))));

        Assert.Equal(16, server.Calls.Count);
        Assert.All(server.Calls, call => Assert.Equal(vector.ExpectedXSignature, call.Headers["X-Signature"]));
    }

    private static string? PublicPem(string? pem)
    {
        if (pem is null)
            return null;
        using var key = RSA.Create();
        key.ImportFromPem(pem);
        return key.ExportSubjectPublicKeyInfoPem();
    }

    private static string EllipticPem()
    {
        using var key = ECDsa.Create();
        return key.ExportPkcs8PrivateKeyPem();
    }
}
