using Kvell.Domain.Common;

namespace Kvell.Domain.Gateway;

/// <summary>What a payout says. <paramref name="Transaction"/> is ASCII, a GUID of the attempt's own.</summary>
public sealed record PayoutRequest(string Transaction, Money Amount, CardNumber Card, string Description);

/// <summary>The terminal a call is made by: an immutable version of keys, and which of the two gateways.</summary>
public sealed record GatewayTerminal(Guid TerminalId, string ApiKey, bool IsTest);

/// <summary>Asked in the moment before a call's first byte is written; false abandons the call.</summary>
public delegate bool MayBegin();

/// <summary>
/// The one port to KVELL: what we ask, what it can answer. Calls never throw for what the network or the gateway
/// does; that is an answer too. They know no cancellation of a page's or a job's.
/// </summary>
public interface IPayoutGateway
{
    /// <summary>Serialises a payout once. These bytes are stored, signed and sent, never made again.</summary>
    byte[] Compose(PayoutRequest request);

    /// <summary>POST <c>/v1/orders/account2card</c>.</summary>
    Task<GatewayAnswer> SendAsync(GatewayTerminal terminal, byte[] body, MayBegin mayBegin);

    /// <summary>
    /// A send that may get ready, by signing, while it is written ahead. Nothing of it leaves before the returned
    /// function is called, which is after that commit.
    /// </summary>
    Func<MayBegin, Task<GatewayAnswer>> PrepareSend(GatewayTerminal terminal, byte[] body) => mayBegin => SendAsync(terminal, body, mayBegin);

    /// <summary>GET <c>/v1/orders/{transaction}</c>.</summary>
    Task<GatewayAnswer> CheckAsync(GatewayTerminal terminal, string transaction, MayBegin mayBegin);

    /// <summary>POST <c>/v1/orders/account2card/confirm</c>.</summary>
    Task<GatewayAnswer> ConfirmAsync(GatewayTerminal terminal, string transaction, string code, MayBegin mayBegin);
}
