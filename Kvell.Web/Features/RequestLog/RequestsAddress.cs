using Kvell.Domain.Gateway;
using Kvell.Infrastructure.RequestLog;
using Kvell.Web.Components.Lists;

namespace Kvell.Web.Features.RequestLog;

/// <summary>The log as its address says it.</summary>
public static class RequestsAddress
{
    public static IReadOnlyList<string> Methods { get; } = [GatewayMethods.Payout, GatewayMethods.Status, GatewayMethods.Confirm];

    public static RequestFilter Read(Func<string, string?> said) => ListAddress.Read<RequestFilter>(said) with
    {
        Method = Methods.FirstOrDefault(method => method == said(ListAddress.Method)),
        Succeeded = ListAddress.ReadAnswer(said(ListAddress.Success)),
    };
}
