using System.IO.Compression;
using System.Text;
using Xunit;

namespace Kvell.Tests.Gateway;

public sealed class MalformedReplyTests
{
    private const string Json = "Content-Type: application/json\r\n";
    private const string Fine = """{"status":"completed"}""";

    private static readonly Dictionary<string, (byte[] Reply, int? Status, string Why)> Replies = new()
    {
        ["nothing at all"] = ([], null, "оборвал соединение"),
        ["half a status line"] = (Raw("HTTP/1.1 2"), null, "оборвал соединение"),
        ["not HTTP"] = (Raw("SSH-2.0-OpenSSH_9.6\r\n\r\n"), null, "не по протоколу HTTP"),
        ["headers without end"] = (Raw("HTTP/1.1 200 OK\r\nX-Filler: " + new string('a', 100_000)), null, "слишком длинные заголовки"),
        ["hang-up after the headers"] = (Raw("HTTP/1.1 200 OK\r\nContent-Length: 22\r\n\r\n"), 200, "оборвал соединение"),
        ["truncated body"] = (Raw("HTTP/1.1 200 OK\r\nContent-Length: 23\r\n\r\n" + Fine), 200, "оборвал соединение"),
        ["truncated chunk"] = (Raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n16\r\n" + Fine[..10]), 200, "оборвал соединение"),
        ["chunks without end"] = (Raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n16\r\n" + Fine + "\r\n"), 200, "оборвал соединение"),
        ["truncated JSON to the end of the connection"] = (Raw("HTTP/1.1 200 OK\r\n\r\n" + Fine[..15]), 200, "не JSON"),
        ["empty 200"] = (RawServer.Http(""), 200, "он пуст"),
        ["204"] = (Raw("HTTP/1.1 204 No Content\r\n\r\n"), 204, "он пуст"),
        ["blanks"] = (RawServer.Http("  \r\n"), 200, "не JSON"),
        ["a page of a proxy"] = (RawServer.Http("<html>502 Bad Gateway</html>", 502, "Content-Type: text/html\r\n"), 502, "не JSON"),
        ["an array"] = (RawServer.Http($"[{Fine}]"), 200, "не объект"),
        ["null"] = (RawServer.Http("null"), 200, "не объект"),
        ["JSON and more"] = (RawServer.Http(Fine + Fine), 200, "не JSON"),
        ["a trailing comma"] = (RawServer.Http("""{"status":"completed",}"""), 200, "не JSON"),
        ["too deep"] = (RawServer.Http($$"""{"status":"completed","x":{{new string('[', 500)}}{{new string(']', 500)}}}"""), 200, "не JSON"),
        ["windows-1251 by name"] = (RawServer.Http(Fine, headers: "Content-Type: application/json; charset=windows-1251\r\n"), 200, "не UTF-8"),
        ["windows-1251 in fact"] = (RawServer.Http(Encoding.Latin1.GetBytes("{\"status\":\"completed\",\"description\":\"\u00C2\u00FB\u00EF\"}")), 200, "не UTF-8"),
        ["UTF-16 with a mark"] = (RawServer.Http([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Fine)]), 200, "не UTF-8"),
        ["UTF-16 without one"] = (RawServer.Http(Encoding.Unicode.GetBytes(Fine)), 200, "не JSON"),
        ["gzip nobody asked for"] = (RawServer.Http(Gzip(Fine), headers: Json + "Content-Encoding: gzip\r\n"), 200, "не UTF-8"),
        ["over 1 MiB"] = (RawServer.Http(Padded((1024 * 1024) + 1)), 200, "длиннее 1 МиБ"),
        ["over 1 MiB without a length"] = (Raw("HTTP/1.1 200 OK\r\n\r\n" + Padded(2 * 1024 * 1024)), 200, "длиннее 1 МиБ"),
        ["a key twice"] = (RawServer.Http("""{"status":"processing","status":"completed"}"""), 200, "повторяется"),
        ["a key twice, once escaped"] = (RawServer.Http("""{"status":"completed","\u0073tatus":"completed"}"""), 200, "повторяется"),
        ["a key twice in the order"] = (RawServer.Http("""{"order":{"status":"completed","status":"canceled"}}"""), 200, "повторяется"),
        ["a key twice deep below"] = (RawServer.Http("""{"status":"completed","extra_data":[{"a":{"b":1,"b":1}}]}"""), 200, "повторяется"),
        ["a key twice in an error"] = (RawServer.Http("""{"errors":[{"code":20098,"code":20000,"message":""}]}""", 422), 422, "повторяется"),
        ["parts disagree on the status"] = (RawServer.Http("""{"status":"processing","order":{"status":"completed"}}"""), 200, "расходятся"),
        ["parts disagree on the amount"] = (RawServer.Http("""{"status":"completed","amount":1,"order":{"status":"completed","amount":2}}"""), 200, "расходятся"),
        ["parts disagree on the number"] = (RawServer.Http("""{"transaction":"a","order":{"status":"completed","transaction":"b"}}"""), 200, "расходятся"),
        ["parts disagree on the id"] = (RawServer.Http("""{"id":1,"order":{"status":"completed","id":"2"}}"""), 200, "расходятся"),
        ["an order that is text"] = (RawServer.Http("""{"status":"completed","order":"completed"}"""), 200, "order не объект"),
        ["an order in an array"] = (RawServer.Http("""{"order":[{"status":"completed"}]}"""), 200, "order не объект"),
        ["a status that is a number"] = (RawServer.Http("""{"status":1}"""), 200, "status не текст"),
        ["an empty status"] = (RawServer.Http("""{"status":" "}"""), 200, "ни состояния, ни ошибок"),
        ["an empty object"] = (RawServer.Http("{}"), 200, "ни состояния, ни ошибок"),
        ["no errors in errors"] = (RawServer.Http("""{"errors":[]}""", 400), 400, "ни состояния, ни ошибок"),
        ["a status and errors"] = (RawServer.Http("""{"status":"completed","errors":[{"code":20098,"message":""}]}"""), 200, "и состояние, и ошибки"),
        ["an amount in roubles"] = (RawServer.Http("""{"status":"completed","amount":16000.5}"""), 200, "amount не целое"),
        ["an amount as text"] = (RawServer.Http("""{"status":"completed","amount":"1600000"}"""), 200, "amount не целое"),
        ["half a surrogate pair"] = (RawServer.Http("""{"status":"\ud83d"}"""), 200, "битый текст"),
        ["101"] = (Raw("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n" + Fine), 101, "перенаправление"),
        ["301"] = (Redirect(301), 301, "перенаправление"),
        ["302"] = (Redirect(302), 302, "перенаправление"),
        ["303"] = (Redirect(303), 303, "перенаправление"),
        ["304"] = (Raw("HTTP/1.1 304 Not Modified\r\n\r\n"), 304, "перенаправление"),
        ["307"] = (Redirect(307), 307, "перенаправление"),
        ["308"] = (Redirect(308), 308, "перенаправление"),
    };

    public static TheoryData<string> Names => [.. Replies.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_payout_that_met_it_may_have_left_and_has_no_answer(string name)
    {
        var (reply, status, why) = Replies[name];
        await using var server = RawServer.Answering(reply);
        await using var bench = await GatewayBench.CreateAsync(server.Url);

        var answer = await bench.SendAsync();

        Assert.True(answer.BytesLeft);
        Assert.Contains(why, answer.Failure);
        Assert.StartsWith("Ошибка соединения", answer.Failure);
        Assert.Equal(status, answer.HttpStatus);
        Assert.Null(answer.Order);
        Assert.Empty(answer.Errors);
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task A_status_call_reads_by_the_same_rules()
    {
        await using var server = RawServer.Answering("""{"status":"completed","status":"completed"}""");
        await using var bench = await GatewayBench.CreateAsync(server.Url);
        var answer = await bench.Gateway.CheckAsync(bench.Terminal, GatewayBench.Number, () => true);
        Assert.True(answer.BytesLeft);
        Assert.Contains("повторяется", answer.Failure);
    }

    [Fact]
    public async Task A_reply_that_broke_off_keeps_its_beginning_for_the_log()
    {
        await using var server = RawServer.Answering(Raw("HTTP/1.1 200 OK\r\nX-Request-Id: r-1\r\nContent-Length: 40\r\n\r\n" + Fine));
        await using var bench = await GatewayBench.CreateAsync(server.Url);
        var answer = await bench.SendAsync();
        Assert.Equal(Fine, answer.ResponseBody);
        Assert.Equal("r-1", answer.RequestId);
    }

    private static byte[] Raw(string reply) => Encoding.UTF8.GetBytes(reply);

    private static byte[] Redirect(int status) =>
        RawServer.Http(Fine, status, $"{Json}Location: /v1/orders/account2card?again\r\n");

    private static string Padded(int length) => "{\"status\":\"completed\"" + new string(' ', length - 22) + "}";

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }
}
