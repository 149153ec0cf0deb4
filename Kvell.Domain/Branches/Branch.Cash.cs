using Kvell.Domain.Common;

namespace Kvell.Domain.Branches;

/// <summary>The drawer. Its balance and the book's last line carry tokens: of two receivers at once one decides again.</summary>
public sealed partial class Branch
{
    /// <summary>«Остаток по кассе на начало»: what was in the drawer when the branch began here.</summary>
    public Money OpeningCash { get; private set; }

    /// <summary>«Остаток по кассе». A concurrency token.</summary>
    public Money CashBalance { get; private set; }

    /// <summary>How many lines the cash book has. A concurrency token: of two moves that leave the same balance, one still meets the other.</summary>
    public int CashEntries { get; private set; }

    /// <summary>Moves cash, and writes the book's line about it.</summary>
    /// <exception cref="IllegalTransitionException">There is less in the drawer.</exception>
    public CashEntry MoveCash(CashMove move, Actor by, DateTime now)
    {
        if (CashBalance + move.Amount < Money.Zero)
            throw new IllegalTransitionException($"{CashBalance.Kopecks} kopecks in the drawer can't move by {move.Amount.Kopecks}.");
        CashBalance += move.Amount;
        CashEntries++;
        return CashEntry.Write(this, move, by, now);
    }

    /// <summary>What would be in the drawer with another opening cash.</summary>
    public Money BalanceAfter(Money openingCash) => CashBalance + (openingCash - OpeningCash);
}
