using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Pledges;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Branches;

/// <summary>The movement report of a branch's blanks, reckoned from their journal and the documents by which they came.</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights, UserRole.Administrator)]
public sealed class ShowBlankReport(IDbContextFactory<KvellDbContext> contexts, TimeProvider clock) : IUseCase
{
    /// <param name="from">Null for the first day of <paramref name="to"/>'s month.</param>
    /// <param name="to">The last day, included; null for today.</param>
    /// <param name="figure">Whose blanks to list.</param>
    /// <returns>Null where there is no such branch.</returns>
    public async Task<BlankReport?> ExecuteAsync(
        Actor actor, Guid branchId, DateOnly? from, DateOnly? to, BlankFigure figure, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        actor.DemandBranch(branchId);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var branch = await db.Set<Branch>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == branchId, cancellationToken);
        if (branch is null)
            return null;
        var today = BranchZone.DayOf(clock.GetUtcNow().UtcDateTime, branch.Zone);
        var last = to ?? today;
        var first = from ?? new DateOnly(last.Year, last.Month, 1);
        var period = new BlankPeriod(db, branch, BranchZone.BoundsOf(first, branch.Zone).Start, BranchZone.BoundsOf(last, branch.Zone).End);
        var moves = await period.CountMovesAsync(cancellationToken);
        int Moved(Func<BlankMoveCount, bool> which) => moves.Where(which).Sum(move => move.Count);
        var isPlain = await db.PrintsOnPlainPaperAsync(cancellationToken);
        var clean = db.CleanBlanks(branchId).AsNoTracking();
        var next = isPlain ? null : await clean.FirstOrDefaultAsync(cancellationToken);
        return new BlankReport(
            branch.Name,
            first,
            last,
            today,
            await period.CountOpeningAsync(cancellationToken),
            await period.CountReceivedAsync(cancellationToken),
            Moved(move => move is { To: BlankState.Printed, IsPlain: false }),
            Moved(move => move is { To: BlankState.Printed, IsPlain: true }),
            Moved(move => move.To == BlankState.Spoiled),
            Moved(move => move is { To: BlankState.Spoiled, From: BlankState.Clean }),
            Moved(move => move.To == BlankState.Annulled),
            await clean.CountAsync(cancellationToken),
            next?.Number,
            isPlain,
            await period.ReadDetailsAsync(figure, cancellationToken));
    }
}
