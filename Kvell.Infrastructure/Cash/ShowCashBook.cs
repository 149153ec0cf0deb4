using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Cash;

/// <param name="At">In the branch's time.</param>
public sealed record CashLine(Guid Id, DateTime At, CashEntryKind Kind, Money Amount, Money Balance, string Ground, string ByName);

/// <summary>A branch's sheet of one day.</summary>
/// <param name="Now">What is in the drawer at this moment, whatever the day.</param>
public sealed record CashSheet(string BranchName, DateOnly Day, DateOnly Today, Money Before, IReadOnlyList<CashLine> Lines, Money Now)
{
    public Money Income => Money.Sum(Lines.Where(line => line.Amount.IsPositive).Select(line => line.Amount));

    public Money Outgo => Money.Zero - Money.Sum(Lines.Where(line => !line.Amount.IsPositive).Select(line => line.Amount));

    public Money After => Before + Income - Outgo;
}

/// <summary>The cash book's sheet of a day, in the branch's own zone.</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights)]
public sealed class ShowCashBook(IDbContextFactory<KvellDbContext> contexts, TimeProvider clock) : IUseCase
{
    /// <param name="day">Null for today.</param>
    /// <returns>Null where there is no such branch.</returns>
    public async Task<CashSheet?> ExecuteAsync(Actor actor, Guid branchId, DateOnly? day, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        actor.DemandDesk(branchId);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var branch = await db.Set<Branch>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == branchId, cancellationToken);
        if (branch is null)
            return null;
        var today = BranchZone.DayOf(clock.GetUtcNow().UtcDateTime, branch.Zone);
        var shown = day ?? today;
        var (start, end) = BranchZone.BoundsOf(shown, branch.Zone);
        var book = db.Set<CashEntry>().AsNoTracking().Where(entry => entry.BranchId == branchId);
        var entries = await book.Where(entry => entry.At >= start && entry.At < end).OrderBy(entry => entry.Ordinal).ToListAsync(cancellationToken);
        return new CashSheet(
            branch.Name,
            shown,
            today,
            await BeforeAsync(book, start, branch, cancellationToken),
            entries.ConvertAll(entry => new CashLine(
                entry.Id, BranchZone.ToLocal(entry.At, branch.Zone), entry.Kind, entry.Amount, entry.Balance, entry.Ground, entry.EnteredByName)),
            branch.CashBalance);
    }

    /// <summary>After the last line before the day; before the first line of all; or, in an empty book, what is there now.</summary>
    private static async Task<Money> BeforeAsync(IQueryable<CashEntry> book, DateTime start, Branch branch, CancellationToken cancellationToken)
    {
        var last = await book.Where(entry => entry.At < start).OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Ordinal).FirstOrDefaultAsync(cancellationToken);
        if (last is not null)
            return last.Balance;
        var first = await book.OrderBy(entry => entry.Ordinal).FirstOrDefaultAsync(cancellationToken);
        return first is null ? branch.CashBalance : first.Balance - first.Amount;
    }
}
