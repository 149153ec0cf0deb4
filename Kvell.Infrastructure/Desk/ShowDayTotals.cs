using Kvell.Domain.Branches;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Branches;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Desk;

/// <summary>How many, and their sum.</summary>
public sealed record Total(int Count, Money Sum)
{
    public static Total Of(IEnumerable<Money> sums)
    {
        var list = sums.ToList();
        return new Total(list.Count, Money.Sum(list));
    }
}

/// <param name="NotPaid">Cashless parts of today's loans that are not on a card yet.</param>
public sealed record DayTotals(Total Loans, Total PaidToCard, Total NotPaid, Total Cash, Money CashBalance, int CleanBlanks);

/// <summary>«Итоги дня» over the branches one sees.</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights, UserRole.Administrator)]
public sealed class ShowDayTotals(IDbContextFactory<KvellDbContext> contexts, TimeProvider time) : IUseCase
{
    public async Task<DayTotals> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var branches = await db.LoadVisibleBranchesAsync(actor, cancellationToken);
        var (start, end) = branches.Values.TodayOf(now);
        var operations = db.Set<PledgeOperation>().AsNoTracking().Where(operation => operation.PostedAt >= start && operation.PostedAt < end);
        var blanks = db.Set<TicketBlank>().Where(blank => blank.State == BlankState.Clean);
        if (actor.OnlyBranch() is { } only)
        {
            operations = operations.Where(operation => operation.BranchId == only);
            blanks = blanks.Where(blank => blank.BranchId == only);
        }

        var rows = await operations
            .GroupJoin(db.Set<CardTopUp>(), operation => operation.Id, topUp => topUp.OperationId, (operation, topUps) => new { operation, topUps })
            .SelectMany(pair => pair.topUps.DefaultIfEmpty(), (pair, topUp) => new
            {
                pair.operation.BranchId,
                pair.operation.PostedAt,
                pair.operation.LoanAmount,
                pair.operation.CashAmount,
                pair.operation.IsReceiptPrinted,
                State = topUp == null ? (TopUpState?)null : topUp.State,
            })
            .ToListAsync(cancellationToken);
        var today = rows.Where(row => branches[row.BranchId].IsToday(row.PostedAt, now)).ToList();
        var cashless = today.Where(row => row.LoanAmount > row.CashAmount).ToLookup(row => row.State == TopUpState.Completed, row => row.LoanAmount - row.CashAmount);
        return new DayTotals(
            Total.Of(today.Select(row => row.LoanAmount)),
            Total.Of(cashless[true]),
            Total.Of(cashless[false]),
            Total.Of(today.Where(row => row is { CashAmount.IsPositive: true, IsReceiptPrinted: true }).Select(row => row.CashAmount)),
            Money.Sum(branches.Values.Select(branch => branch.CashBalance)),
            await blanks.CountAsync(cancellationToken));
    }
}
