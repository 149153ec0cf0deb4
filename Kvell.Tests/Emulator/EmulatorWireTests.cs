using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Kvell.Tests.Emulator;

/// <summary>What the emulator refuses, seen on the wire.</summary>
public sealed class EmulatorWireTests
{
    private const string Number = "0198c1de-7a52-7d10-9d3c-5f3f0a1b2c3d";
    private const string Good = """{"recipient_pan":"2200000000000004","amount":1600000,"transaction":"0198c1de-7a52-7d10-9d3c-5f3f0a1b2c3d","description":"Выплата"}""";

    /// <summary>A body, rightly signed, and what comes back.</summary>
    public static TheoryData<string, int, int, string> WrongBodies => new()
    {
        { Good.Replace("0004", "0005", StringComparison.Ordinal), 422, 20098, "recipient_pan: card number is not luhn valid" },
        { Good.Replace("2200000000000004", "2200 0000 0000 0004", StringComparison.Ordinal), 422, 20098, "recipient_pan: card number is not all digits" },
        { Good.Replace("recipient_pan", "account_number", StringComparison.Ordinal), 422, 20098, "recipient_pan: Field required" },
        { Good.Replace("1600000", "null", StringComparison.Ordinal), 422, 20098, "amount: Field required" },
        { Good.Replace("1600000", "0", StringComparison.Ordinal), 422, 20098, "amount: Input should be greater than 0" },
        { Good.Replace(Number, "", StringComparison.Ordinal), 422, 20098, "transaction: Field required" },
        { Good.Replace("Выплата", "", StringComparison.Ordinal), 422, 20098, "description: Field required" },
        { Good.Replace("1600000", "-1", StringComparison.Ordinal), 400, 20099, "Тело запроса не разобрано" },
        { Good.Replace("1600000", "1.5", StringComparison.Ordinal), 400, 20099, "Тело запроса не разобрано" },
        { Good.Replace("\"2200000000000004\"", "2200000000000004", StringComparison.Ordinal), 400, 20099, "Тело запроса не разобрано" },
        { "{", 400, 20099, "Тело запроса не разобрано" },
        { "[]", 400, 20099, "Тело запроса не разобрано" },
        { "", 400, 20099, "Тело запроса не разобрано" },
    };

    [Theory]
    [MemberData(nameof(WrongBodies))]
    public async Task A_wrong_body_is_refused_and_leaves_no_order(string body, int status, int code, string message)
    {
        await using var app = await EmulatorApp.StartAsync();
        Assert.Equal((status, code, message), await PostAsync(app, body, EmulatorApp.Keys.ApiKey, Sign(body)));
        Assert.Empty(await app.LedgerAsync());
        Assert.True(Assert.Single(await app.CallsAsync()).SignatureValid);
    }

    [Theory]
    [InlineData(null, 422, 20098, "x-api-key: Field required")]
    [InlineData("shop", 422, 20098, "x-api-key: Input should be a valid UUID")]
    [InlineData("00000000-0000-0000-0000-000000000001", 401, 20001, "Неверный API-ключ")]
    public async Task An_unknown_shop_is_refused(string? apiKey, int status, int code, string message)
    {
        await using var app = await EmulatorApp.StartAsync();
        Assert.Equal((status, code, message), await PostAsync(app, Good, apiKey, Sign(Good)));
        Assert.Equal((apiKey, false), (await app.CallsAsync()).Select(call => (call.ApiKey, call.SignatureValid)).Single());
    }

    [Fact]
    public async Task A_wrong_signature_is_refused()
    {
        await using var app = await EmulatorApp.StartAsync();
        var other = Good.Replace("1600000", "1700000", StringComparison.Ordinal);
        string?[] wrong = [null, "", "not base64", Sign(other), Sign(Good, secret: ""), Sign(Good, key: EmulatorApp.OtherKeys.PrivateKeyPem!)];

        foreach (var signature in wrong)
            Assert.Equal((401, 20002, "Неверная подпись"), await PostAsync(app, Good, EmulatorApp.Keys.ApiKey, signature));

        Assert.All(await app.CallsAsync(), call => Assert.False(call.SignatureValid));
        Assert.Empty(await app.LedgerAsync());
        Assert.Equal(200, (await PostAsync(app, Good, EmulatorApp.Keys.ApiKey, Sign(Good))).Status);
    }

    [Fact]
    public async Task A_confirmation_with_a_wrong_signature_is_refused()
    {
        await using var app = await EmulatorApp.StartAsync();
        await app.PayAsync("2200000000000038", Number);
        var body = $$"""{"transaction":"{{Number}}","otp":"123456"}""";
        Assert.Equal(20002, (await PostAsync(app, body, EmulatorApp.Keys.ApiKey, Sign("other"), "/confirm")).Code);
        Assert.Equal("wait_confirm", (await app.CheckAsync(Number)).Order?.Status);
    }

    [Fact]
    public async Task A_product_that_signs_in_another_mode_is_refused()
    {
        await using var app = await EmulatorApp.StartAsync(("Kvell:SignatureMode", "BodyOnly"));
        Assert.Equal(20002, (await app.PayAsync("2200000000000004", Number)).Errors.Single().Code);
        await using var agreed = await EmulatorApp.StartAsync(("Kvell:SignatureMode", "BodyOnly"), ("Emulator:SignatureMode", "BodyOnly"));
        Assert.Equal("completed", (await agreed.PayAsync("2200000000000004", Number)).Order?.Status);
    }

    [Fact]
    public async Task A_status_signature_covers_its_number()
    {
        await using var app = await EmulatorApp.StartAsync();
        await app.PayAsync("2200000000000004", Number);
        using var http = new HttpClient { BaseAddress = app.Control.Url };
        var signature = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(EmulatorApp.Keys.ApiKey + "another" + EmulatorApp.Keys.SecretKey)));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/orders/{Number}") { Headers = { { "X-Api-Key", EmulatorApp.Keys.ApiKey }, { "X-Signature", signature } } };
        using var reply = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(401, (int)reply.StatusCode);
    }

    [Fact]
    public async Task Earlier_and_later_versions_of_a_terminal_verify_alike()
    {
        await using var app = await EmulatorApp.StartAsync();
        await app.PayAsync("2200000000000004", "first");
        var later = await app.AddTerminalAsync(EmulatorApp.Keys.ApiKey, "another secret", EmulatorApp.OtherKeys.PrivateKeyPem!, await app.BranchOfTerminalAsync(), version: 2);

        Assert.Equal("completed", (await app.Gateway.CheckAsync(later, "first", () => true)).Order?.Status);
        Assert.Equal("completed", (await app.Gateway.SendAsync(later, app.Payout("2200000000000004", 100, "second"), () => true)).Order?.Status);
        Assert.Equal("completed", (await app.CheckAsync("second")).Order?.Status);
    }

    [Fact]
    public async Task One_shops_orders_are_unknown_to_another()
    {
        await using var app = await EmulatorApp.StartAsync();
        await app.PayAsync("2200000000000004", Number);
        var other = await app.AddTerminalAsync(Guid.NewGuid().ToString(), "secret", EmulatorApp.OtherKeys.PrivateKeyPem!);
        var answer = await app.Gateway.CheckAsync(other, Number, () => true);
        Assert.Equal((404, 20009, "Заказ не найден"), (answer.HttpStatus, answer.Errors.Single().Code, answer.Errors.Single().Message));
    }

    [Fact]
    public async Task A_number_is_taken_once()
    {
        await using var app = await EmulatorApp.StartAsync();
        await app.PayAsync("2200000000000004", Number);
        var again = await app.PayAsync("4111111111111111", Number, 100);
        Assert.Equal((400, 20007, "Транзакция совершалась прежде"), (again.HttpStatus, again.Errors.Single().Code, again.Errors.Single().Message));
        Assert.Equal(1_600_000, Assert.Single(await app.LedgerAsync()).Amount);
    }

    [Fact]
    public async Task A_confirmation_of_an_unknown_number_is_refused()
    {
        await using var app = await EmulatorApp.StartAsync();
        Assert.Equal(20009, (await app.Gateway.ConfirmAsync(app.Terminal, Number, "123456", () => true)).Errors.Single().Code);
    }

    private static string Sign(string body, string? secret = null, string? key = null)
    {
        using var rsa = RSA.Create();
        rsa.ImportFromPem(key ?? EmulatorApp.Keys.PrivateKeyPem);
        return Convert.ToBase64String(rsa.SignData(
            Encoding.UTF8.GetBytes(body + (secret ?? EmulatorApp.Keys.SecretKey)), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    private static async Task<(int Status, int? Code, string? Message)> PostAsync(EmulatorApp app, string body, string? apiKey, string? signature, string tail = "")
    {
        using var http = new HttpClient { BaseAddress = app.Control.Url };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/orders/account2card" + tail)
        {
            Content = new StringContent(body, new MediaTypeHeaderValue("application/json")),
        };
        if (apiKey is not null)
            request.Headers.Add("X-Api-Key", apiKey);
        if (signature is not null)
            request.Headers.Add("X-Signature", signature);
        using var reply = await http.SendAsync(request, TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        if (!json.RootElement.TryGetProperty("errors", out var errors))
            return ((int)reply.StatusCode, null, null);
        var error = errors.EnumerateArray().Single();
        return ((int)reply.StatusCode, error.GetProperty("code").GetInt32(), error.GetProperty("message").GetString());
    }
}
