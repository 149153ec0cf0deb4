using Kvell.Domain.CardTopUps;
using Kvell.Domain.Gateway;

namespace Kvell.Infrastructure.CardTopUps;

/// <summary>A call that is written ahead: whose it is, what it sends, and how its outcome is recorded.</summary>
/// <param name="LogId">Its row of the request log.</param>
/// <param name="IsMine">Whether the reloaded top-up shows this very write-ahead, still unanswered.</param>
/// <param name="Invoke">Makes the call. Never throws for what the network or the gateway does.</param>
/// <param name="Record">Tells the reloaded top-up what came back.</param>
public sealed record TopUpCall(
    Guid TopUpId,
    Guid LogId,
    string Worker,
    Func<CardTopUp, bool> IsMine,
    Func<IPayoutGateway, MayBegin, Task<GatewayAnswer>> Invoke,
    Action<CardTopUp, GatewayAnswer> Record)
{
    public required LeaseGuard Guard { get; init; }
}
