using Kvell.Domain.CardTopUps;

namespace Kvell.Tests.CardTopUps;

/// <summary>
/// A small KVELL that keeps the named assumptions of the protocol: a request is accepted within one grace of its end or never, a
/// number is accepted once and then answered 20007, <c>canceled</c> is final, a refused request accepts nothing.
/// </summary>
internal sealed class HonestGateway(Random random)
{
    private readonly PriorityQueue<Action<DateTime>, DateTime> _events = new();

    private readonly Dictionary<string, AnswerKind> _orders = [];

    private DateTime _now;

    /// <summary>How many numbers were paid.</summary>
    public int Paid => _orders.Values.Count(status => status == AnswerKind.Completed);

    public AnswerKind StatusOf(string number) => _orders.GetValueOrDefault(number, AnswerKind.NotFound);

    /// <summary>Lives on until <paramref name="now"/>.</summary>
    public void Advance(DateTime now)
    {
        while (_events.TryPeek(out var happen, out var at) && at <= now)
        {
            _events.Dequeue();
            _now = at;
            happen(at);
        }

        _now = now;
    }

    /// <param name="arrivesAt">When the request comes in.</param>
    /// <param name="endsAt">When the caller stops waiting; what comes in later is answered to nobody.</param>
    /// <param name="answer">Told what the caller hears, at <paramref name="endsAt"/> at the latest.</param>
    public void Send(string number, DateTime arrivesAt, DateTime endsAt, Action<AnswerKind> answer) => At(arrivesAt, now =>
    {
        var reply = Receive(number, now);
        if (now <= endsAt)
            answer(reply);
    });

    public void Check(string number, DateTime at, Action<AnswerKind> answer) => At(at, _ => answer(StatusOf(number)));

    public void Confirm(string number, DateTime at, Action<AnswerKind> answer) => At(at, now =>
    {
        if (StatusOf(number) != AnswerKind.AwaitingCode)
            answer(AnswerKind.Unknown);
        else if (random.Next(3) == 0)
            answer(AnswerKind.Refused);
        else
            answer(Settle(number, now));
    });

    public void At(DateTime time, Action<DateTime> happen) => _events.Enqueue(happen, time < _now ? _now : time);

    private AnswerKind Receive(string number, DateTime now)
    {
        if (_orders.ContainsKey(number))
            return AnswerKind.Unknown;
        switch (random.Next(10))
        {
            case 0 or 1 or 2 or 3:
                return random.Next(4) == 0 ? AnswerKind.Misconfigured : AnswerKind.Refused;
            case 4:
                _orders[number] = AnswerKind.AwaitingCode;
                At(now + TimeSpan.FromMinutes(random.Next(1, 300)), _ => Cancel(number));
                return AnswerKind.AwaitingCode;
            default:
                return Settle(number, now);
        }
    }

    private AnswerKind Settle(string number, DateTime now)
    {
        var end = random.Next(5) == 0 ? AnswerKind.Canceled : AnswerKind.Completed;
        if (random.Next(2) == 0)
            return _orders[number] = end;
        At(now + TimeSpan.FromSeconds(random.Next(1, 900)), _ => _orders[number] = end);
        return _orders[number] = AnswerKind.Accepted;
    }

    private void Cancel(string number)
    {
        if (StatusOf(number) == AnswerKind.AwaitingCode)
            _orders[number] = AnswerKind.Canceled;
    }
}
