using System.Text.Json;

namespace Kvell.Tests.Gateway;

/// <summary>A vector of <c>kvell-signature-vectors.json</c>.</summary>
internal sealed record SignatureVector(
    string Name, string Method, string Path, string BodyUtf8Base64, string ApiKey, string SecretKey, string? KeyId, string? PrivateKeyPem, string ExpectedXSignature)
{
    private static readonly JsonSerializerOptions Snake = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static IReadOnlyList<SignatureVector> All { get; } = Load();

    public byte[] Body => Convert.FromBase64String(BodyUtf8Base64);

    private static List<SignatureVector> Load()
    {
        var path = System.IO.Path.Combine(AppContext.BaseDirectory, "Fixtures", "kvell-signature-vectors.json");
        using var file = JsonDocument.Parse(File.ReadAllBytes(path));
        return file.RootElement.GetProperty("vectors").Deserialize<List<SignatureVector>>(Snake)!;
    }
}
