using System.Text;
using Kvell.Domain.Gateway;
using Xunit;

namespace Kvell.Tests.Gateway;

public sealed class LogMaskTests
{
    private const string Pan = "2200000000000004";
    private const string Mask = "220000******0004";
    private const string Code = "814209";
    private static readonly string Signature = SignatureVector.All.First(vector => vector.KeyId == "rsa2048").ExpectedXSignature;
    private static readonly string Secret = SignatureVector.All[0].SecretKey;
    private static readonly string ApiKey = SignatureVector.All[0].ApiKey;

    /// <summary>A reply's body, and what of it must not be in the log.</summary>
    public static TheoryData<string, string> Leaks => new()
    {
        { $$"""{"pan":"{{Pan}}"}""", Pan },
        { $$"""{"pan":{{Pan}}}""", Pan },
        { """{"pan":"2200 0000 0000 0004"}""", "2200 0000 0000 0004" },
        { """{"pan":"2200-0000-0000-0004"}""", "2200-0000-0000-0004" },
        { """{"pan":"\u0032\u0032\u0030\u0030000000000004"}""", "000000000004" },
        { $"<p>card {Pan} refused</p>", Pan },
        { $"pan={Pan}&amount=1", Pan },
        { $$"""{"pan":"{{Pan}}""", Pan },
        { $$"""{"otp":"{{Code}}"}""", Code },
        { $$"""{"otp":{{Code}}}""", Code },
        { $$"""{"otp": "{{Code}}""", Code },
        { $"<otp>{Code}</otp>", Code },
        { $"otp={Code}&x=1", Code },
        { $$"""{"message":"the code {{Code}} is wrong"}""", Code },
        { """{"customer_card_token":"Ue4N3VZ5Jbd6"}""", "Ue4N3VZ5Jbd6" },
        { """{"customer_card_token":"a\"Ue4N3VZ5Jbd6"}""", "Ue4N3VZ5Jbd6" },
        { """{"secret_key":"abcdef"}""", "abcdef" },
        { $$"""{"message":"expected {{Secret}}"}""", Secret },
        { $$"""{"message":"shop {{ApiKey}} is closed"}""", ApiKey },
        { $$"""{"message":"X-Signature: {{Signature}}"}""", Signature[..20] },
        { $"received {Signature}", Signature[..20] },
        { "-----BEGIN PRIVATE KEY-----\nMIIEvA\n-----END PRIVATE KEY-----", "MIIEvA" },
        { $"x{new string('.', 20_000)}{Pan}", Pan },
    };

    [Theory]
    [MemberData(nameof(Leaks))]
    public async Task A_replys_secrets_do_not_reach_the_log(string body, string secret)
    {
        var answer = await ConfirmAsync(Encoding.UTF8.GetBytes(body));
        Assert.NotEmpty(answer.ResponseBody!);
        Assert.DoesNotContain(secret, answer.ResponseBody);
        Assert.DoesNotContain(secret, answer.Failure);
    }

    [Fact]
    public async Task A_card_number_split_by_the_cut_is_not_there_by_half()
    {
        var dots = 16 * 1024;
        await using var server = RawServer.Answering(call => call.KeepAliveAsync(RawServer.Http(new string('.', dots) + Pan)));
        await using var bench = await GatewayBench.CreateAsync(server.Url);
        for (; dots >= (16 * 1024) - Pan.Length; dots--)
            Assert.DoesNotContain("2200000", (await bench.SendAsync()).ResponseBody);
    }

    [Fact]
    public async Task The_requests_card_and_code_are_masked()
    {
        await using var server = RawServer.Answering("""{"status":"completed"}""");
        await using var bench = await GatewayBench.CreateAsync(server.Url);

        var sent = await bench.SendAsync();
        var confirmed = await bench.Gateway.ConfirmAsync(bench.Terminal, GatewayBench.Number, Code, () => true);

        Assert.Equal(Encoding.UTF8.GetString(GatewayBench.Body).Replace(Pan, Mask, StringComparison.Ordinal), sent.RequestBody);
        Assert.Equal($$"""{"transaction":"{{GatewayBench.Number}}","otp":"***"}""", confirmed.RequestBody);
    }

    [Fact]
    public async Task An_error_that_repeats_the_card_shows_its_mask()
    {
        var answer = await ConfirmAsync(
            Encoding.UTF8.GetBytes($$"""{"errors":[{"code":20098,"message":"recipient_pan: {{Pan}} is wrong, otp: {{Code}}"}]}"""), 422);
        Assert.Equal($"recipient_pan: {Mask} is wrong, otp: ***", Assert.Single(answer.Errors).Message);
    }

    [Theory]
    [InlineData("""{"id":"418e6125-6fb6-47d8-83e6-e0bc3ae567c2","status":"completed","transaction":"11111111-2222-3333-4444-555555555555","amount":1600000,"created_at":"2025-04-28T17:01:28.591290Z"}""")]
    [InlineData("""{"errors":[{"code":20098,"message":"x-api-key: Field required"}]}""")]
    [InlineData("""{"errors":[{"code":20007,"message":"Транзакция совершалась прежде"}]}""")]
    public async Task What_is_no_secret_stays_legible(string body) =>
        Assert.Equal(body, (await ConfirmAsync(Encoding.UTF8.GetBytes(body))).ResponseBody);

    [Fact]
    public async Task Bytes_that_are_no_text_are_only_counted() =>
        Assert.Equal("<32 байт, не текст UTF-8>", (await ConfirmAsync(Encoding.Unicode.GetBytes(Pan))).ResponseBody);

    private static async Task<GatewayAnswer> ConfirmAsync(byte[] body, int status = 200)
    {
        await using var server = RawServer.Answering(RawServer.Http(body, status));
        await using var bench = await GatewayBench.CreateAsync(server.Url);
        return await bench.Gateway.ConfirmAsync(bench.Terminal, GatewayBench.Number, Code, () => true);
    }
}
