using System.Text.Json.Nodes;
using Kvell.Domain.Gateway;
using Kvell.Tests.Lab.Bank;
using Kvell.Tests.Lab.Time;

namespace Kvell.Tests.Lab.Faults;

/// <summary>Stands where the sockets would: carries calls to the bank, and breaks three in ten of them in every way that a network has.</summary>
/// <param name="grace">Within which a request that was on its way is accepted.</param>
internal sealed class FaultyWire(LabBank bank, Misfortune misfortune, VirtualClock clock, TimeSpan grace) : HttpMessageHandler
{
    private static readonly TimeSpan BeyondAnyTimeOut = TimeSpan.FromMinutes(30);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        var fault = misfortune.OfCall(path switch
        {
            GatewayMethods.Payout => FaultsOf.Send,
            GatewayMethods.Confirm => FaultsOf.Confirm,
            _ => FaultsOf.Check,
        });
        await ConnectAsync(fault, cancellationToken);
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        if (fault != Fault.None && path == GatewayMethods.Payout && bank.HasSeen(body))
            fault = misfortune.OneOf(FaultsOf.Resend);
        await ArriveAsync(path, body, fault, cancellationToken);
        var reply = Answer(path, body, fault);
        await ReturnAsync(fault, cancellationToken);
        return reply.ToResponse();
    }

    private async Task ConnectAsync(Fault fault, CancellationToken cancellationToken)
    {
        await misfortune.CrashOrGoOnAsync();
        await clock.DelayAsync(fault == Fault.SlowConnect ? BeyondAnyTimeOut : misfortune.Between(0.005, 0.1), cancellationToken);
        if (fault == Fault.Refused)
            throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused");
    }

    /// <summary>Up to where the bank would act.</summary>
    private async Task ArriveAsync(string path, byte[] body, Fault fault, CancellationToken cancellationToken)
    {
        var isSend = path == GatewayMethods.Payout;
        if (isSend && fault == Fault.LateAcceptance)
            await ArriveLateAsync(body, cancellationToken);
        await misfortune.CrashOrGoOnAsync();
        await clock.DelayAsync(misfortune.Between(0.01, 1), cancellationToken);
        if (isSend && IsUnseen(fault))
            bank.Note(body);
        if (fault == Fault.DropUnseen)
            throw Dropped();
    }

    private async Task ArriveLateAsync(byte[] body, CancellationToken cancellationToken)
    {
        try
        {
            if (misfortune.Chance(50))
                throw Dropped();
            await clock.DelayAsync(BeyondAnyTimeOut, cancellationToken);
        }
        finally
        {
            bank.AcceptLater(body, grace * (0.97 * misfortune.Between(0, 1).TotalSeconds));
        }
    }

    private BankReply Answer(string path, byte[] body, Fault fault) => fault switch
    {
        Fault.ErrorUnseen => BankReply.Error(500, 20000, "Неизвестная ошибка"),
        Fault.GarbageUnseen => new BankReply(502, "<html>Bad Gateway</html>"),
        Fault.TooManyRequests => new BankReply(429, """{"errors":[{"code":20019,"message":"slow down"}]}"""),
        Fault.Limit => BankReply.Error(400, 20019, "Превышен лимит выплат"),
        Fault.Misconfigured => BankReply.Error(401, 20002, "Неверная подпись"),
        _ => Act(path, body, fault),
    };

    private BankReply Act(string path, byte[] body, Fault fault)
    {
        var reply = path switch
        {
            GatewayMethods.Payout => bank.Submit(body),
            GatewayMethods.Confirm => Confirm(JsonNode.Parse(body)!),
            _ => bank.Look(path[GatewayMethods.Status.Length..]),
        };
        return fault switch
        {
            Fault.ErrorSeen => BankReply.Error(500, 20000, "Неизвестная ошибка"),
            Fault.GarbageSeen => new BankReply(200, reply.Body[..(reply.Body.Length / 2)]),
            Fault.WrongEcho => Garble(path, body) ?? reply,
            _ => reply,
        };
    }

    private BankReply Confirm(JsonNode request) => bank.Confirm(request["transaction"]!.GetValue<string>(), request["otp"]!.GetValue<string>());

    private BankReply? Garble(string path, byte[] body)
    {
        var number = body.Length > 0 ? JsonNode.Parse(body)!["transaction"]!.GetValue<string>() : path[GatewayMethods.Status.Length..];
        if (bank.Find(number) is not { } order)
            return null;
        var status = misfortune.Chance(50) ? "completed" : "canceled";
        return misfortune.Chance(50)
            ? new BankReply(200, $$"""{"status":"{{status}}","transaction":"another-{{number}}","amount":{{order.Kopecks}}}""")
            : new BankReply(200, $$"""{"status":"{{status}}","transaction":"{{number}}","amount":{{order.Kopecks + 1}}}""");
    }

    private async Task ReturnAsync(Fault fault, CancellationToken cancellationToken)
    {
        await misfortune.CrashOrGoOnAsync();
        if (fault == Fault.DropSeen)
            throw Dropped();
        var time = fault switch
        {
            Fault.LateAnswer => BeyondAnyTimeOut,
            Fault.Stale => misfortune.Between(5, 28),
            _ => misfortune.Between(0.01, 2),
        };
        await clock.DelayAsync(time, cancellationToken);
    }

    private static bool IsUnseen(Fault fault) => fault is Fault.DropUnseen or Fault.ErrorUnseen or Fault.GarbageUnseen
        or Fault.TooManyRequests or Fault.Limit or Fault.Misconfigured;

    private static HttpRequestException Dropped() => new(HttpRequestError.ResponseEnded, "The response ended prematurely.");
}
