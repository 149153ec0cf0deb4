using Kvell.Domain.Common;
using Kvell.Domain.Gateway;
using Xunit;

namespace Kvell.Tests.Gateway;

public sealed class ReplyShapeTests
{
    private const string Id = "\"418e6125-6fb6-47d8-83e6-e0bc3ae567c2\"";

    private static readonly GatewayOrder Whole = new("completed", GatewayBench.Number, new Money(1_600_000), Id.Trim('"'), new Money(16_000));

    public static TheoryData<string, string> Orders => new()
    {
        { "flat", Order(Id) },
        { "wrapped", "{\"order\":" + Order(Id) + "}" },
        { "both, agreeing", "{\"status\":\"COMPLETED\",\"amount\":1600000,\"errors\":null,\"order\":" + Order(Id) + "}" },
        { "each half of it", $$"""{"id":"418e6125-6fb6-47d8-83e6-e0bc3ae567c2","commission":16000,"order":{"status":"completed","transaction":"{{GatewayBench.Number}}","amount":1600000,"id":null} }""" },
        { "with a mark and blanks", "\uFEFF \r\n" + Order(Id) + "\n" },
    };

    public static TheoryData<string, GatewayError[]> ErrorShapes => new()
    {
        { """{"errors":[{"code":20098,"message":"x-api-key: Field required"}]}""", [new(20098, "x-api-key: Field required")] },
        { """{"errors":[{"message":"Заказ не найден","code":20009}]}""", [new(20009, "Заказ не найден")] },
        { """{"errors":[{"code":20019,"message":""},{"code":20000,"message":"Неизвестная ошибка"}]}""", [new(20019, ""), new(20000, "Неизвестная ошибка")] },
        { """{"errors":[{"code":"20007","message":null}]}""", [new(20007, "")] },
        { """{"errors":[{"code":"E20007","message":"x"}]}""", [new(null, "x")] },
        { """{"errors":[{"code":20007.5,"message":"x"}]}""", [new(null, "x")] },
        { """{"errors":[{"code":null,"message":["a"]}]}""", [new(null, "[\"a\"]")] },
        { """{"errors":[{"code":20019}]}""", [new(20019, "")] },
        { """{"errors":[{"reason":"x"}]}""", [new(null, """{"reason":"x"}""")] },
        { """{"errors":["нет"]}""", [new(null, "нет")] },
        { """{"errors":[20019]}""", [new(null, "20019")] },
        { """{"errors":[null]}""", [new(null, "")] },
        { """{"errors":{"code":20001,"message":"x"}}""", [new(20001, "x")] },
        { """{"errors":"нет"}""", [new(null, "нет")] },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task An_order_is_read(string shape, string json)
    {
        var answer = await AnswerAsync(json, 200);
        Assert.Null(answer.Failure);
        Assert.Equal(Whole, answer.Order! with { Status = answer.Order!.Status.ToLowerInvariant() });
        Assert.True(answer.BytesLeft, shape);
    }

    [Theory]
    [InlineData("123456")]
    [InlineData("\"123456\"")]
    public async Task An_id_is_text_or_a_number(string id) =>
        Assert.Equal("123456", (await AnswerAsync(Order(id), 200)).Order!.Id);

    [Fact]
    public async Task A_status_alone_is_an_order_without_echoes() =>
        Assert.Equal(new GatewayOrder("wait_confirm", null, null, null, null), (await AnswerAsync("""{"status":"wait_confirm"}""", 200)).Order);

    [Theory]
    [InlineData(201)]
    [InlineData(400)]
    [InlineData(500)]
    public async Task An_order_keeps_the_http_status_it_came_with(int status)
    {
        var answer = await AnswerAsync(Order("1"), status);
        Assert.Equal(status, answer.HttpStatus);
        Assert.NotNull(answer.Order);
    }

    [Theory]
    [MemberData(nameof(ErrorShapes))]
    public async Task Errors_are_read_and_only_a_whole_number_is_a_code(string json, GatewayError[] expected)
    {
        var answer = await AnswerAsync(json, 422);
        Assert.Equal(expected, answer.Errors);
        Assert.Null(answer.Order);
        Assert.Null(answer.Failure);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(408)]
    [InlineData(422)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Errors_keep_the_http_status_they_came_with(int status)
    {
        var answer = await AnswerAsync("""{"errors":[{"code":20098,"message":"x"}]}""", status);
        Assert.Equal(status, answer.HttpStatus);
        Assert.Equal(20098, Assert.Single(answer.Errors).Code);
    }

    [Fact]
    public async Task A_reply_of_exactly_one_mebibyte_is_read()
    {
        var json = "{\"status\":\"completed\"" + new string(' ', (1024 * 1024) - 22) + "}";
        Assert.Equal(1024 * 1024, json.Length);
        Assert.Equal("completed", (await AnswerAsync(json, 200)).Order?.Status);
    }

    [Fact]
    public async Task The_gateways_request_id_is_kept()
    {
        await using var server = RawServer.Answering(RawServer.Http("""{"status":"new"}""", headers: "x-request-id: 7b0c\r\n"));
        await using var bench = await GatewayBench.CreateAsync(server.Url);
        Assert.Equal("7b0c", (await bench.SendAsync()).RequestId);
    }

    private static string Order(string id) =>
        $$"""{"id":{{id}},"status":"completed","transaction":"{{GatewayBench.Number}}","amount":1600000,"commission":16000,"description":"Выплата","created_at":"2025-04-28T17:01:28.591290Z"}""";

    private static async Task<GatewayAnswer> AnswerAsync(string json, int status)
    {
        await using var server = RawServer.Answering(json, status);
        await using var bench = await GatewayBench.CreateAsync(server.Url);
        return await bench.SendAsync();
    }
}
