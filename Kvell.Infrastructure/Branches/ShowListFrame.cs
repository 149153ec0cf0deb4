using Kvell.Domain.Common;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Pledges;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Branches;

/// <param name="Branches">Those whose documents the actor sees, by name.</param>
/// <param name="Today">In the first of them: it says of which century a short year is.</param>
public sealed record ListFrame(IReadOnlyList<BranchChoice> Branches, DateOnly Today);

/// <summary>What a list's filter offers to choose from.</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights, UserRole.Administrator)]
public sealed class ShowListFrame(IDbContextFactory<KvellDbContext> contexts, TimeProvider time) : IUseCase
{
    public async Task<ListFrame> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var branches = (await db.LoadVisibleBranchesAsync(actor, cancellationToken)).Values.OrderBy(branch => branch.Name, StringComparer.Ordinal).ToList();
        return new ListFrame(
            branches.ConvertAll(branch => new BranchChoice(branch.Id, branch.Name)),
            branches.Count == 0 ? DateOnly.FromDateTime(now) : BranchZone.DayOf(now, branches[0].Zone));
    }
}
