namespace Kvell.Tests.Lab.Faults;

/// <summary>What can go wrong with one call. "Unseen": the bank never acted on it; "seen": it did.</summary>
internal enum Fault
{
    None,

    /// <summary>No connection: not a byte left.</summary>
    Refused,

    /// <summary>Connecting takes longer than the time-out.</summary>
    SlowConnect,

    DropUnseen,
    DropSeen,

    /// <summary>500 with 20000.</summary>
    ErrorUnseen,
    ErrorSeen,

    /// <summary>The bank acted; its answer comes after the time-out.</summary>
    LateAnswer,

    /// <summary>The bank accepts within the grace, after the connection broke or timed out.</summary>
    LateAcceptance,

    GarbageUnseen,
    GarbageSeen,
    TooManyRequests,

    /// <summary>20019, before anything else is looked at.</summary>
    Limit,

    /// <summary>20002, before anything else is looked at.</summary>
    Misconfigured,

    /// <summary>The bank acted and answers about another number, or another amount.</summary>
    WrongEcho,

    /// <summary>The answer was true when the call came in; it arrives much later.</summary>
    Stale,
}

/// <summary>Which faults a kind of call can have.</summary>
internal static class FaultsOf
{
    public static readonly Fault[] Send =
    [
        Fault.Refused, Fault.SlowConnect, Fault.DropUnseen, Fault.DropSeen, Fault.ErrorUnseen, Fault.ErrorSeen, Fault.LateAnswer,
        Fault.LateAcceptance, Fault.LateAcceptance, Fault.GarbageUnseen, Fault.GarbageSeen, Fault.TooManyRequests, Fault.Limit, Fault.Misconfigured, Fault.WrongEcho,
    ];

    /// <summary>What is worst for a number that was sent before: a refusal now says nothing of then.</summary>
    public static readonly Fault[] Resend =
        [Fault.Limit, Fault.Misconfigured, Fault.LateAcceptance, Fault.DropUnseen, Fault.DropSeen, Fault.ErrorSeen, Fault.LateAnswer];

    public static readonly Fault[] Check =
    [
        Fault.Refused, Fault.SlowConnect, Fault.DropUnseen, Fault.ErrorUnseen, Fault.LateAnswer, Fault.GarbageUnseen,
        Fault.TooManyRequests, Fault.Misconfigured, Fault.WrongEcho, Fault.Stale,
    ];

    public static readonly Fault[] Confirm =
    [
        Fault.Refused, Fault.SlowConnect, Fault.DropUnseen, Fault.DropSeen, Fault.ErrorUnseen, Fault.ErrorSeen, Fault.LateAnswer,
        Fault.GarbageSeen, Fault.TooManyRequests,
    ];
}
