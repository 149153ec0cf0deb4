using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges;

/// <summary>Typed cash fills the tickets in their order; what is left of a ticket's loan is cashless.</summary>
public static class CashSplit
{
    /// <exception cref="ArgumentOutOfRangeException">More cash than loans, or less than none.</exception>
    public static IReadOnlyList<Money> Over(IReadOnlyList<Money> loans, Money cash)
    {
        if (cash < Money.Zero || cash > Money.Sum(loans))
            throw new ArgumentOutOfRangeException(nameof(cash), cash.Kopecks, "Cash is between nothing and the loans.");
        var shares = new List<Money>(loans.Count);
        foreach (var loan in loans)
        {
            var share = Money.Min(loan, cash);
            shares.Add(share);
            cash -= share;
        }

        return shares;
    }
}
