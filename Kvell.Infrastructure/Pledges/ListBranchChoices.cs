using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

public sealed record BranchChoice(Guid Id, string Name);

/// <summary>The branches that a person may choose from: for a new group, the cash book, the blanks.</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights, UserRole.Administrator)]
public sealed class ListBranchChoices(IDbContextFactory<KvellDbContext> contexts) : IUseCase
{
    public async Task<IReadOnlyList<BranchChoice>> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var branches = await db.Set<Branch>().AsNoTracking().OrderBy(branch => branch.Name)
            .Select(branch => new BranchChoice(branch.Id, branch.Name)).ToListAsync(cancellationToken);
        return branches.FindAll(branch => actor.MaySee(branch.Id));
    }
}
