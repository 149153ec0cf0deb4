using Kvell.Domain.CardTopUps;

namespace Kvell.Infrastructure.CardTopUps;

internal static class Waivers
{
    /// <summary>Part of the commit in which something replaces these payouts: «Продолжить без проверки» was for one time.</summary>
    public static void UseUp(params IEnumerable<CardTopUp?> replaced)
    {
        foreach (var topUp in replaced)
            topUp?.UseWaiver();
    }
}
