namespace Kvell.Domain.Common;

/// <summary>An amount of roubles, held as whole kopecks. Never <c>double</c>.</summary>
public readonly record struct Money(long Kopecks) : IComparable<Money>
{
    public static Money Zero => default;

    /// <exception cref="ArgumentOutOfRangeException">A fraction of a kopeck, or a sum that doesn't fit.</exception>
    public static Money FromRubles(decimal rubles)
    {
        var kopecks = rubles * 100m;
        if (kopecks != decimal.Truncate(kopecks) || kopecks is > long.MaxValue or < long.MinValue)
            throw new ArgumentOutOfRangeException(nameof(rubles), rubles, "Whole kopecks only.");
        return new Money((long)kopecks);
    }

    public decimal Rubles => Kopecks / 100m;

    public bool IsPositive => Kopecks > 0;

    public static Money operator +(Money left, Money right) => new(checked(left.Kopecks + right.Kopecks));

    public static Money operator -(Money left, Money right) => new(checked(left.Kopecks - right.Kopecks));

    public static bool operator <(Money left, Money right) => left.Kopecks < right.Kopecks;

    public static bool operator >(Money left, Money right) => left.Kopecks > right.Kopecks;

    public static bool operator <=(Money left, Money right) => left.Kopecks <= right.Kopecks;

    public static bool operator >=(Money left, Money right) => left.Kopecks >= right.Kopecks;

    public static Money Add(Money left, Money right) => left + right;

    public static Money Subtract(Money left, Money right) => left - right;

    public static Money Min(Money left, Money right) => left <= right ? left : right;

    public static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Zero, (sum, amount) => sum + amount);

    public int CompareTo(Money other) => Kopecks.CompareTo(other.Kopecks);

    /// <summary><c>16 000,00 ₽</c>, with no-break spaces.</summary>
    public override string ToString() => $"{Digits}\u00A0₽";

    /// <summary><c>16 000,00</c>: a table cell or an input.</summary>
    public string Digits => Rubles.ToString("N2", Russian.Numbers);

    /// <summary><c>16 000 руб.</c>; kopecks only where there are any.</summary>
    public string Brief => $"{BriefDigits}\u00A0руб.";

    /// <summary><c>16 000</c> or <c>16 000,50</c>.</summary>
    public string BriefDigits => Rubles.ToString(Kopecks % 100 == 0 ? "N0" : "N2", Russian.Numbers);
}
