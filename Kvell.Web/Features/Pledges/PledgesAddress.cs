using Kvell.Infrastructure.Pledges;
using Kvell.Web.Components.Lists;

namespace Kvell.Web.Features.Pledges;

/// <summary>The journal of operations as its address says it.</summary>
public static class PledgesAddress
{
    public static PledgeFilter Read(Func<string, string?> said) =>
        ListAddress.Read<PledgeFilter>(said) with { IsReceiptPrinted = ListAddress.ReadAnswer(said(ListAddress.Receipt)) };
}
