using Kvell.Domain.Gateway;

namespace Kvell.Domain.CardTopUps;

/// <summary>Why an attempt's number is closed. Stored as numbers: never renumber.</summary>
public enum ClosedBy
{
    /// <summary>Rule 3 (a): status <c>canceled</c>.</summary>
    Canceled = 1,

    /// <summary>Rule 3 (b): D or C to the only send of which a byte left.</summary>
    SoleSendRefused = 2,

    /// <summary>Rule 3 (c): D or C to the last re-send, a grace, then not found.</summary>
    ResendRefusedThenNotFound = 3,

    /// <summary>Rule 3 (d): no byte ever left, and it was given up.</summary>
    NothingLeft = 4,

    /// <summary>Rule 3 (e): two persons decided by KVELL's own answer.</summary>
    DecidedByHand = 5,
}

/// <summary>What an attempt freezes (rule 11).</summary>
/// <param name="Transaction">The attempt's own number, ASCII, a GUID.</param>
/// <param name="SealedBody">The request's bytes, sealed.</param>
public sealed record AttemptTerms(string Transaction, string CardMask, GatewayTerminal Terminal, byte[] SealedBody, Guid StartedBy);
