using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Branches;
using Kvell.Infrastructure.Lists;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.CardTopUps;

/// <summary>What was paid on one day, and KVELL's commission for it.</summary>
/// <param name="Day">In each document's branch.</param>
public sealed record PaidDay(DateOnly Day, int Count, Money Sum, Money Commission);

/// <param name="IsCut">There are more documents than are counted: the figures are of the first.</param>
/// <param name="Days">Of the paid ones, the latest first.</param>
public sealed record TopUpTotals(int Count, Money Sum, int PaidCount, Money PaidSum, Money Commission, IReadOnlyList<PaidDay> Days, bool IsCut);

/// <summary>Totals of the journal for the chosen filter. Counted when somebody asks: every row of it is read, the page is not.</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights, UserRole.Administrator)]
public sealed class SumTopUps(IDbContextFactory<KvellDbContext> contexts, TimeProvider time) : IUseCase
{
    /// <summary>So many are read in seconds.</summary>
    public const int Most = 100_000;

    public async Task<TopUpTotals> ExecuteAsync(Actor actor, TopUpFilter filter, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var branches = await db.LoadVisibleBranchesAsync(actor, cancellationToken);
        var (count, sum, days) = (0, Money.Zero, new SortedDictionary<DateOnly, PaidDay>());
        await foreach (var topUp in TopUpList.Reader(db, actor, filter, branches, now).StreamAsync(cancellationToken))
        {
            if (count == Most)
                return Of(isCut: true);
            count++;
            sum += topUp.Amount;
            if (topUp.State != TopUpState.Completed)
                continue;
            var day = BranchZone.DayOf(topUp.CompletedAt ?? topUp.CreatedAt, branches[topUp.BranchId].Zone);
            var before = days.GetValueOrDefault(day, new PaidDay(day, 0, Money.Zero, Money.Zero));
            days[day] = before with { Count = before.Count + 1, Sum = before.Sum + topUp.Amount, Commission = before.Commission + (topUp.Commission ?? Money.Zero) };
        }

        return Of(isCut: false);

        TopUpTotals Of(bool isCut) => new(
            count, sum, days.Values.Sum(day => day.Count), Money.Sum(days.Values.Select(day => day.Sum)), Money.Sum(days.Values.Select(day => day.Commission)),
            [.. days.Values.Reverse()], isCut);
    }
}
