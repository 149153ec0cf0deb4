using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Kvell.Tests.Lab.Bank;

/// <summary>A reply in one of the shapes that were seen on the wire.</summary>
internal sealed record BankReply(int Status, string Body)
{
    public static BankReply Of(BankOrder order, string status, Random dice, string? otherNumber = null, long otherKopecks = 0)
    {
        if (status == "wait_confirm" && otherNumber is null && otherKopecks == 0 && dice.Next(2) == 0)
            return new BankReply(200, """{"status":"wait_confirm"}""");
        var fields = new JsonObject
        {
            ["id"] = dice.Next(2) == 0 ? JsonValue.Create("7c1e") : JsonValue.Create(71),
            ["status"] = dice.Next(4) == 0 ? status.ToUpperInvariant() : status,
            ["transaction"] = otherNumber ?? order.Number,
            ["amount"] = order.Kopecks + otherKopecks,
            ["commission"] = 0,
            ["description"] = order.Loan,
        };
        return new BankReply(200, (dice.Next(2) == 0 ? fields : new JsonObject { ["order"] = fields }).ToJsonString());
    }

    public static BankReply Error(int status, int code, string message) =>
        new(status, new JsonObject { ["errors"] = new JsonArray(new JsonObject { ["code"] = code, ["message"] = message }) }.ToJsonString());

    public HttpResponseMessage ToResponse() =>
        new((HttpStatusCode)Status) { Content = new StringContent(Body, Encoding.UTF8, "application/json") };
}
