using Kvell.Domain.Common;
using Kvell.Infrastructure.Branches;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

/// <param name="IsCut">There are more documents than are counted: the figures are of the first.</param>
public sealed record PledgeTotals(int Count, Money Loans, Money Cash, bool IsCut)
{
    public Money Cashless => Loans - Cash;
}

/// <summary>Totals of the journal for the chosen filter, by payment kind. Counted when somebody asks.</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights, UserRole.Administrator)]
public sealed class SumPledges(IDbContextFactory<KvellDbContext> contexts) : IUseCase
{
    /// <summary>So many are read in seconds.</summary>
    public const int Most = 100_000;

    public async Task<PledgeTotals> ExecuteAsync(Actor actor, PledgeFilter filter, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var branches = await db.LoadVisibleBranchesAsync(actor, cancellationToken);
        var reader = await PledgeList.ReaderAsync(db, actor, filter, branches, cancellationToken);
        var (count, loans, cash) = (0, Money.Zero, Money.Zero);
        await foreach (var operation in reader.StreamAsync(cancellationToken))
        {
            if (count == Most)
                return new PledgeTotals(count, loans, cash, IsCut: true);
            (count, loans, cash) = (count + 1, loans + operation.LoanAmount, cash + operation.CashAmount);
        }

        return new PledgeTotals(count, loans, cash, IsCut: false);
    }
}
