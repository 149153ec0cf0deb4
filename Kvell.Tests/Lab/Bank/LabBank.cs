using System.Text.Json.Nodes;
using Kvell.Tests.Lab.Time;

namespace Kvell.Tests.Lab.Bank;

/// <summary>
/// KVELL's side in memory, honest: a number is accepted once and refused ever after, an unknown one isn't found, what was
/// accepted is paid or canceled for good. It remembers by loan too, and so knows when one was paid twice.
/// </summary>
internal sealed class LabBank(VirtualClock clock, Random dice)
{
    private const int NumberIsTaken = 20007;
    private const int NotFound = 20009;
    private const int Invalid = 20098;

    private static readonly int[] NotFoundStatuses = [400, 404, 422];

    private readonly Dictionary<string, BankOrder> _orders = [];
    private readonly Dictionary<string, byte[]> _seen = [];

    /// <summary>Requests still on their way, to be accepted later.</summary>
    public int OnTheWay { get; private set; }

    /// <summary>Rules of the wire that a client broke: other bytes under a number used before.</summary>
    public List<string> Broken { get; } = [];

    public IReadOnlyCollection<BankOrder> Orders => _orders.Values;

    public int Sends { get; private set; }

    public BankOrder? Find(string number) => _orders.GetValueOrDefault(number);

    public BankReply Submit(byte[] body)
    {
        Note(body);
        return Accept(body);
    }

    /// <summary>A request that is slow inside: accepted within the grace, when nobody listens any more.</summary>
    public void AcceptLater(byte[] body, TimeSpan after)
    {
        Note(body);
        OnTheWay++;
        clock.At(clock.UtcNow + after, () =>
        {
            OnTheWay--;
            Accept(body);
        });
    }

    public BankReply Look(string number) => _orders.TryGetValue(number, out var order)
        ? BankReply.Of(order, order.StatusAt(clock.UtcNow), dice)
        : BankReply.Error(NotFoundStatuses[dice.Next(3)], NotFound, "Заказ не найден");

    public BankReply Confirm(string number, string code)
    {
        if (!_orders.TryGetValue(number, out var order))
            return BankReply.Error(400, NotFound, "Заказ не найден");
        if (order.StatusAt(clock.UtcNow) != "wait_confirm")
            return BankReply.Of(order, order.StatusAt(clock.UtcNow), dice);
        if (code != BankOrder.RightCode)
            return BankReply.Error(422, Invalid, "otp: wrong code");
        order.IsConfirmed = true;
        return BankReply.Of(order, "completed", dice);
    }

    public bool HasSeen(byte[] body) => _seen.ContainsKey(NumberOf(body));

    /// <summary>A request came in whole, whatever becomes of it.</summary>
    public void Note(byte[] body)
    {
        Sends++;
        var number = NumberOf(body);
        if (!_seen.TryAdd(number, body) && !_seen[number].AsSpan().SequenceEqual(body))
            Broken.Add($"number {number} came with other bytes");
    }

    private static string NumberOf(byte[] body) => JsonNode.Parse(body)!["transaction"]!.GetValue<string>();

    private BankReply Accept(byte[] body)
    {
        var request = JsonNode.Parse(body)!;
        var number = request["transaction"]!.GetValue<string>();
        if (_orders.ContainsKey(number))
            return BankReply.Error(400, NumberIsTaken, "Транзакция совершалась прежде");
        var fate = dice.Next(100) switch { < 55 => OrderFate.PaidAtOnce, < 75 => OrderFate.PaidLater, < 92 => OrderFate.CanceledLater, _ => OrderFate.WantsCode };
        var decidedAt = clock.UtcNow + (fate == OrderFate.WantsCode ? TimeSpan.FromMinutes(30) : TimeSpan.FromSeconds(dice.Next(1, 900)));
        var loan = request["description"]!.GetValue<string>().Split(' ')[^1];
        var order = new BankOrder(number, loan, request["amount"]!.GetValue<long>(), body, fate, decidedAt);
        _orders.Add(number, order);
        return BankReply.Of(order, order.StatusAt(clock.UtcNow), dice);
    }
}
