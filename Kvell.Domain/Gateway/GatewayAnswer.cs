using Kvell.Domain.Common;

namespace Kvell.Domain.Gateway;

/// <summary>One error of a reply's <c>errors[]</c>; a code that is no number is null.</summary>
public sealed record GatewayError(int? Code, string Message);

/// <summary>What a reply said of an order. Echoes are null where the reply had none.</summary>
/// <param name="Status">As it came, in any case of the letters.</param>
/// <param name="Id">KVELL's id, from text or a number.</param>
public sealed record GatewayOrder(string Status, string? Transaction, Money? Amount, string? Id, Money? Commission);

/// <summary>
/// The facts of one call, as the wire gave them. What they mean is <see cref="CardTopUps.AnswerMeaning"/>'s to say.
/// Exactly one of <see cref="Order"/>, non-empty <see cref="Errors"/> and <see cref="Failure"/> is there.
/// </summary>
public sealed record GatewayAnswer
{
    /// <summary>False only where the request body's serialisation never began (for a call without a body: where it was never sent).</summary>
    public required bool BytesLeft { get; init; }

    public int? HttpStatus { get; init; }

    /// <summary>KVELL's own <c>X-Request-Id</c>, for support cases.</summary>
    public string? RequestId { get; init; }

    public GatewayOrder? Order { get; init; }

    public IReadOnlyList<GatewayError> Errors { get; init; } = [];

    /// <summary>Why there is no reply to read: time-out, broken connection, unreadable body.</summary>
    public string? Failure { get; init; }

    /// <summary>Both bodies for the log, with card numbers, codes, tokens, keys and signatures masked.</summary>
    public string? RequestBody { get; init; }

    public string? ResponseBody { get; init; }

    public TimeSpan Duration { get; init; }

    public static GatewayAnswer NotSent(string failure) => new() { BytesLeft = false, Failure = failure };

    public static GatewayAnswer Lost(string failure) => new() { BytesLeft = true, Failure = failure };
}
