using System.Globalization;
using Kvell.Domain.CardTopUps;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Web.Components.Lists;

namespace Kvell.Web.Features.CardTopUps;

/// <summary>The journal of top-ups as its address says it: a state's word, or that attention is needed.</summary>
public static class TopUpsAddress
{
    public const string Attention = "attention";

    public static TopUpFilter Read(Func<string, string?> said)
    {
        var state = said(ListAddress.State);
        return ListAddress.Read<TopUpFilter>(said) with
        {
            NeedsAttention = state == Attention,
            State = Enum.TryParse<TopUpState>(state, ignoreCase: true, out var one) && Enum.IsDefined(one) && !int.TryParse(state, CultureInfo.InvariantCulture, out _) ? one : null,
        };
    }

    public static string Write(TopUpState state) => state.ToString();
}
