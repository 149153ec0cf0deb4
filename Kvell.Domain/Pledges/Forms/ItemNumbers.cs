using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges.Forms;

/// <summary>What the texts of an item's row mean. Weights are grams; null is what can't be read.</summary>
/// <param name="Inserts">0 where nothing is typed.</param>
/// <param name="Factor">1 where nothing is typed.</param>
/// <param name="Reckoned">net × price × factor, where each is within its bounds.</param>
/// <param name="Appraisal">What is typed, or else what is reckoned.</param>
public sealed record ItemNumbers(
    decimal? Gross, decimal? Inserts, Money? Price, decimal? Factor, decimal? Net, Money? Reckoned, Money? Appraisal, Money? Loan)
{
    public const int HeaviestGrams = 100_000;

    public const int LargestFactor = 10;

    public static ItemNumbers Read(ItemForm item)
    {
        var gross = Decimal(item.Gross);
        var inserts = TypedText.IsBlank(item.Inserts) ? 0 : Decimal(item.Inserts);
        var factor = TypedText.IsBlank(item.Factor) ? 1 : Decimal(item.Factor);
        var price = Sum(item.Price);
        var net = gross > inserts ? gross - inserts : null;
        Money? reckoned = net <= HeaviestGrams && factor <= LargestFactor && price is { } perGram
            ? ItemFigures.Appraise(net.Value, perGram, factor.Value)
            : null;
        var appraisal = TypedText.IsBlank(item.TypedAppraisal) ? reckoned : Sum(item.TypedAppraisal);
        return new ItemNumbers(gross, inserts, price, factor, net, reckoned, appraisal, Sum(item.Loan));
    }

    private static decimal? Decimal(string typed) => TypedText.TryDecimal(typed, 3, out var number) ? number : null;

    private static Money? Sum(string typed) => TypedText.TryMoney(typed, out var money) ? money : null;
}
