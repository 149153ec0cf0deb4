using System.Security.Cryptography;
using System.Text;
using Kvell.Domain.Common;
using Kvell.Domain.Gateway;
using Xunit;

namespace Kvell.Tests.Gateway;

public sealed class SignatureVectorTests
{
    private const string BodyOnly = "a2c-cyrillic-2048-ALT-body-only";

    private static readonly string[] Ours =
    [
        "a2c-ascii-minimal-4096", "a2c-cyrillic-2048", "a2c-cyrillic-json-escaped-2048", "a2c-empty-optionals-4096",
        "a2c-customer-card-token-4096", BodyOnly, "order-status-uuid", "order-status-short",
    ];

    /// <summary>Calls that Kvell doesn't make.</summary>
    private static readonly string[] NotOurs =
    [
        "customer-cards-list", "customer-order-card-token", "balance-internal", "certificate-pdf", "sbp-check", "baas-orders-list",
        "bind-card-preauthorize-url", "callback-verify-cyrillic", "callback-verify-empty-body", "callback-verify-tampered",
    ];

    public static TheoryData<string> OurNames => [.. Ours];

    [Fact]
    public void Every_vector_is_either_ours_or_named_as_not_ours() =>
        Assert.Equal(Ours.Concat(NotOurs).Order(), SignatureVector.All.Select(vector => vector.Name).Order());

    [Theory]
    [MemberData(nameof(OurNames))]
    public async Task The_wire_carries_the_vectors_bytes_and_signature(string name)
    {
        var vector = SignatureVector.All.Single(vector => vector.Name == name);
        await using var server = RawServer.Answering("""{"status":"completed"}""");
        await using var bench = await GatewayBench.CreateAsync(server.Url, ("Kvell:SignatureMode", name == BodyOnly ? "BodyOnly" : "BodyPlusSecret"));
        var pem = vector.PrivateKeyPem ?? SignatureVector.All.First(other => other.KeyId == "rsa2048").PrivateKeyPem;
        var terminal = await bench.AddTerminalAsync(vector.ApiKey, vector.SecretKey, pem);

        var answer = vector.Method == "GET"
            ? await bench.Gateway.CheckAsync(terminal, vector.Path.Split('/')[^1], () => true)
            : await bench.Gateway.SendAsync(terminal, vector.Body, () => true);

        var call = Assert.Single(server.Calls);
        Assert.Equal("completed", answer.Order?.Status);
        Assert.Equal($"{vector.Method} {vector.Path} HTTP/1.1", call.RequestLine);
        Assert.Equal(vector.ApiKey, call.Headers["X-Api-Key"]);
        Assert.Equal(vector.ExpectedXSignature, call.Headers["X-Signature"]);
        Assert.Equal(vector.Body, call.Body);
        Assert.Equal(vector.Method == "POST" ? "application/json" : null, call.Headers.GetValueOrDefault("Content-Type"));
    }

    [Fact]
    public async Task A_payout_is_composed_byte_for_byte_as_the_vector()
    {
        await using var bench = await GatewayBench.CreateAsync(null);
        var body = bench.Gateway.Compose(new PayoutRequest("344frge530jm", new Money(100), CardNumber.Parse("4111 1111 1111 1111"), "Payout"));
        Assert.Equal(SignatureVector.All.Single(vector => vector.Name == "a2c-ascii-minimal-4096").Body, body);
    }

    [Fact]
    public async Task A_payout_is_composed_as_raw_utf8()
    {
        await using var bench = await GatewayBench.CreateAsync(null);
        var body = bench.Gateway.Compose(new PayoutRequest(GatewayBench.Number, new Money(1_600_000), CardNumber.Parse("2200000000000004"), "Выплата"));
        Assert.Equal(GatewayBench.Body, body);
    }

    [Fact]
    public async Task A_confirmation_is_signed_as_a_payout_is()
    {
        await using var server = RawServer.Answering("""{"status":"completed"}""");
        await using var bench = await GatewayBench.CreateAsync(server.Url);

        await bench.Gateway.ConfirmAsync(bench.Terminal, GatewayBench.Number, "123456", () => true);

        var call = Assert.Single(server.Calls);
        var vector = SignatureVector.All.First(vector => vector.KeyId == "rsa2048");
        using var key = RSA.Create();
        key.ImportFromPem(vector.PrivateKeyPem);
        Assert.Equal("POST /v1/orders/account2card/confirm HTTP/1.1", call.RequestLine);
        Assert.Equal($$"""{"transaction":"{{GatewayBench.Number}}","otp":"123456"}""", Encoding.UTF8.GetString(call.Body));
        byte[] signed = [.. call.Body, .. Encoding.UTF8.GetBytes(vector.SecretKey)];
        Assert.True(key.VerifyData(
            signed, Convert.FromBase64String(call.Headers["X-Signature"]),
            HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    [Fact]
    public async Task A_confirmation_may_go_unsigned()
    {
        await using var server = RawServer.Answering("""{"status":"completed"}""");
        await using var bench = await GatewayBench.CreateAsync(server.Url, ("Kvell:ConfirmSignature", "None"));

        await bench.Gateway.ConfirmAsync(bench.Terminal, GatewayBench.Number, "123456", () => true);

        Assert.False(Assert.Single(server.Calls).Headers.ContainsKey("X-Signature"));
    }
}
