using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Branches;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Desk;

/// <param name="PostedAt">In the branch's zone.</param>
public sealed record TodaysLoan(Guid Id, Guid DraftId, DateTime PostedAt, string Number, string PledgorName, Money Amount, PaymentKind PaymentKind);

/// <summary>«Займы за сегодня», the newest first.</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights, UserRole.Administrator)]
public sealed class ListTodaysLoans(IDbContextFactory<KvellDbContext> contexts, TimeProvider time) : IUseCase
{
    private const int Shown = 20;

    public async Task<IReadOnlyList<TodaysLoan>> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var branches = await db.LoadVisibleBranchesAsync(actor, cancellationToken);
        var (start, end) = branches.Values.TodayOf(now);
        var operations = db.Set<PledgeOperation>().AsNoTracking().Where(operation => operation.PostedAt >= start && operation.PostedAt < end);
        if (actor.OnlyBranch() is { } only)
            operations = operations.Where(operation => operation.BranchId == only);
        var rows = await operations
            .OrderByDescending(operation => operation.PostedAt).ThenByDescending(operation => operation.Number)
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Where(row => branches[row.BranchId].IsToday(row.PostedAt, now)).Take(Shown).Select(row => new TodaysLoan(
                row.Id, row.DraftId, BranchZone.ToLocal(row.PostedAt, branches[row.BranchId].Zone), row.Number,
                row.PledgorName, row.LoanAmount, row.PaymentKind)),
        ];
    }
}
