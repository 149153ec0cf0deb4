using System.Text.Json;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Gateway;

namespace Kvell.Tests.CardTopUps;

/// <summary>What the gateway does with a send of a number that it doesn't know.</summary>
internal enum Reaction
{
    Complete,
    Process,
    AskForCode,
    Refuse,

    /// <summary>Accepts and pays, and says nothing.</summary>
    CompleteAndSayNothing,

    /// <summary>Accepts nothing and says nothing.</summary>
    Lose,

    /// <summary>No connection.</summary>
    NoConnection,
}

/// <summary>The port with orders of its own, which outlive every process of the product. Its words are the wire's.</summary>
internal sealed class ScriptedGateway : IPayoutGateway
{
    private readonly Queue<Reaction> _script = [];

    private readonly Dictionary<string, string> _orders = [];

    /// <summary>Each body that came in.</summary>
    public List<byte[]> Bodies { get; } = [];

    public int Orders => _orders.Count;

    public int Paid => _orders.Values.Count(status => status == "completed");

    public int Checks { get; private set; }

    /// <summary>Calls that began and were abandoned before their first byte.</summary>
    public int Abandoned { get; private set; }

    public List<GatewayTerminal> Terminals { get; } = [];

    /// <summary>Called when a request comes in, before anything is made of it.</summary>
    public Func<Task> OnCall { get; set; } = () => Task.CompletedTask;

    /// <summary>Called where the first byte would be written.</summary>
    public Action BeforeFirstByte { get; set; } = () => { };

    /// <summary>What others do meanwhile.</summary>
    public Func<Task> MeanwhileAsync { get; set; } = () => Task.CompletedTask;

    public ScriptedGateway WillDo(params Reaction[] reactions)
    {
        foreach (var reaction in reactions)
            _script.Enqueue(reaction);
        return this;
    }

    /// <summary>Forgets what it was going to do.</summary>
    public ScriptedGateway WillDoNow(params Reaction[] reactions)
    {
        _script.Clear();
        return WillDo(reactions);
    }

    public void Settle(string status)
    {
        foreach (var number in _orders.Keys)
            _orders[number] = status;
    }

    /// <summary>A request of long ago comes in at last.</summary>
    public void AcceptLate(string number, string status) => _orders[number] = status;

    public byte[] Compose(PayoutRequest request) => JsonSerializer.SerializeToUtf8Bytes(
        new { transaction = request.Transaction, amount = request.Amount.Kopecks, recipient_pan = request.Card.Reveal() });

    public async Task<GatewayAnswer> SendAsync(GatewayTerminal terminal, byte[] body, MayBegin mayBegin)
    {
        if (!await BeginsAsync(mayBegin))
            return GatewayAnswer.NotSent("Запрос не начат");
        var number = JsonDocument.Parse(body).RootElement.GetProperty("transaction").GetString()!;
        var isKnown = _orders.ContainsKey(number);
        var reaction = isKnown || _script.Count == 0 ? Reaction.Complete : _script.Dequeue();
        if (reaction == Reaction.NoConnection)
            return GatewayAnswer.NotSent("Ошибка соединения");
        Bodies.Add(body);
        Terminals.Add(terminal);
        await OnCall();
        return isKnown ? Error(400, 20007) : reaction switch
        {
            Reaction.Complete => Order(number, "completed"),
            Reaction.Process => Order(number, "processing"),
            Reaction.AskForCode => Order(number, "wait_confirm"),
            Reaction.Refuse => Error(422, 20098),
            Reaction.CompleteAndSayNothing => Lost(Order(number, "completed")),
            _ => Lost(null),
        };
    }

    public async Task<GatewayAnswer> CheckAsync(GatewayTerminal terminal, string transaction, MayBegin mayBegin)
    {
        if (!await BeginsAsync(mayBegin))
            return GatewayAnswer.NotSent("Запрос не начат");
        Checks++;
        Terminals.Add(terminal);
        await OnCall();
        return _orders.TryGetValue(transaction, out var status) ? Order(transaction, status) : Error(404, 20009);
    }

    public async Task<GatewayAnswer> ConfirmAsync(GatewayTerminal terminal, string transaction, string code, MayBegin mayBegin)
    {
        if (!await BeginsAsync(mayBegin))
            return GatewayAnswer.NotSent("Запрос не начат");
        await OnCall();
        return code == "123456" ? Order(transaction, "completed") : Error(400, 20098);
    }

    private async Task<bool> BeginsAsync(MayBegin mayBegin)
    {
        BeforeFirstByte();
        await MeanwhileAsync();
        if (mayBegin())
            return true;
        Abandoned++;
        return false;
    }

    private GatewayAnswer Order(string number, string status)
    {
        _orders[number] = status;
        return new GatewayAnswer { BytesLeft = true, HttpStatus = 200, Order = new GatewayOrder(status, number, TopUpStory.Loan, "778", new Money(3200)) };
    }

    private static GatewayAnswer Error(int http, int code) =>
        new() { BytesLeft = true, HttpStatus = http, Errors = [new GatewayError(code, "текст")] };

    private static GatewayAnswer Lost(GatewayAnswer? unheard) => GatewayAnswer.Lost(unheard is null ? "Время ожидания вышло" : "Соединение закрыто");
}
