using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges;

/// <param name="Day">Days after the loan's day, from 1.</param>
public sealed record Repayment(int Day, Money Amount);

/// <summary>
/// «Полная стоимость займа» (353-ФЗ, art. 6): i is the smallest positive root of Σ ДПₖ / ((1 + eₖ·i)(1 + i)^qₖ) = 0, and ПСК is
/// i × ЧБП × 100, where ЧБП is the number of base periods in a year of 365 days.
/// </summary>
public static class FullCost
{
    public const int Decimals = 3;

    private const decimal DaysInYear = 365m;

    /// <summary>Below the last digit that counts, above what is lost on the way: 0.0005 exactly is rounded up, not missed by a hair.</summary>
    private const int SafeDecimals = 12;
    private const int MostSteps = 200;
    private const decimal Near = 1e-20m;

    /// <returns>Percent a year, three decimals; 0 for a loan without interest.</returns>
    /// <exception cref="ArgumentException">Nothing is lent, nothing is repaid, or less than was lent.</exception>
    public static decimal PercentOf(Money loan, params IReadOnlyList<Repayment> repayments)
    {
        var total = Money.Sum(repayments.Select(repayment => repayment.Amount));
        if (!loan.IsPositive || total < loan || repayments.Any(repayment => repayment.Day < 1))
            throw new ArgumentException("A loan is lent whole and repaid afterwards, no less than it.", nameof(repayments));
        var period = BasePeriodOf(repayments);
        var flows = new Flow[repayments.Count];
        for (var k = 0; k < flows.Length; k++)
        {
            var day = repayments[k].Day;
            flows[k] = new Flow(repayments[k].Amount.Kopecks, day / period, day % period / (decimal)period);
        }

        var percent = RootOf(loan.Kopecks, total.Kopecks, flows) * DaysInYear / period * 100m;
        return Math.Round(Math.Round(percent, SafeDecimals), Decimals, MidpointRounding.AwayFromZero);
    }

    /// <summary>
    /// The most frequent interval between payments, the shortest of several; where none repeats, their mean in whole days. With
    /// one repayment it is the loan's term.
    /// </summary>
    private static int BasePeriodOf(IReadOnlyList<Repayment> repayments)
    {
        if (repayments is [var only])
            return only.Day;
        var days = repayments.Select(repayment => repayment.Day).Order().ToList();
        var intervals = days.Zip(days.Prepend(0), (day, before) => day - before).Where(interval => interval > 0).ToList();
        var usual = intervals.GroupBy(interval => interval).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First();
        return usual.Count() > 1 ? usual.Key : Math.Max(1, (int)Math.Round(intervals.Average(), MidpointRounding.AwayFromZero));
    }

    /// <summary>
    /// Newton's method. What the repayments are worth falls with the rate, ever more slowly, so a step never passes the root from its left,
    /// and from its right passes it once.
    /// </summary>
    private static decimal RootOf(decimal loan, decimal total, Flow[] flows)
    {
        var rate = (total / loan) - 1m;
        for (var step = 0; step < MostSteps; step++)
        {
            var (excess, slope) = (-loan, 0m);
            foreach (var flow in flows)
            {
                var (worth, fall) = flow.WorthAt(rate);
                excess += worth;
                slope -= fall;
            }

            var next = Math.Max(0m, rate - (excess / slope));
            if (Math.Abs(next - rate) <= Near * (1m + rate))
                return next;
            rate = next;
        }

        return rate;
    }

    /// <param name="Periods">q: whole base periods before it.</param>
    /// <param name="Rest">e: the rest, as a part of a base period.</param>
    private readonly record struct Flow(decimal Amount, int Periods, decimal Rest)
    {
        /// <summary>What it is worth on the loan's day, and how fast that falls with the rate.</summary>
        public (decimal Worth, decimal Fall) WorthAt(decimal rate)
        {
            var growth = 1m + (Rest * rate);
            for (var period = 0; period < Periods; period++)
                growth *= 1m + rate;
            var worth = Amount / growth;
            return (worth, worth * ((Rest / (1m + (Rest * rate))) + (Periods / (1m + rate))));
        }
    }
}
