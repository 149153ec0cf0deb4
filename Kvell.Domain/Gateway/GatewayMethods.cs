namespace Kvell.Domain.Gateway;

/// <summary>The log's «Имя метода».</summary>
public static class GatewayMethods
{
    public const string Payout = "/v1/orders/account2card";
    public const string Status = "/v1/orders/";
    public const string Confirm = "/v1/orders/account2card/confirm";
}
