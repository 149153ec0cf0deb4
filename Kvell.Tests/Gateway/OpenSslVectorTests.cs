using Kvell.Domain.Settings;
using Xunit;

namespace Kvell.Tests.Gateway;

/// <summary>«Внешний OpenSSL» on the wire: the very signatures of the vectors, which «Встроенная» makes in <see cref="SignatureVectorTests"/>.</summary>
public sealed class OpenSslVectorTests
{
    public static TheoryData<string> RsaNames => [.. SignatureVector.All.Where(vector => vector is { Method: "POST", PrivateKeyPem: not null }).Select(vector => vector.Name)];

    [Theory]
    [MemberData(nameof(RsaNames))]
    public async Task It_signs_every_rsa_vector_as_the_built_in_does(string name)
    {
        var vector = SignatureVector.All.Single(vector => vector.Name == name);
        await using var server = RawServer.Answering("""{"status":"completed"}""");
        await using var bench = await GatewayBench.CreateAsync(
            server.Url, ("Kvell:SignatureMode", name.EndsWith("body-only", StringComparison.Ordinal) ? "BodyOnly" : "BodyPlusSecret"));
        await bench.SignByAsync(SigningKind.OpenSsl, OpenSslStandIn.RealPath);
        var terminal = await bench.AddTerminalAsync(vector.ApiKey, vector.SecretKey, vector.PrivateKeyPem);

        var answer = await bench.Gateway.SendAsync(terminal, vector.Body, () => true);

        Assert.Null(answer.Failure);
        Assert.Equal(vector.ExpectedXSignature, Assert.Single(server.Calls).Headers["X-Signature"]);
    }

    [Fact]
    public void There_are_vectors_of_both_key_lengths_and_both_modes()
    {
        Assert.Equal(6, RsaNames.Count);
        Assert.Contains(RsaNames, row => row.Data.EndsWith("4096", StringComparison.Ordinal));
        Assert.Contains(RsaNames, row => row.Data.EndsWith("body-only", StringComparison.Ordinal));
    }
}
