using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Branches;

/// <summary>The branch a person works in.</summary>
/// <param name="IsTestTerminal">Its terminal in force is a test one: no real money moves.</param>
public sealed record Workplace(string BranchName, TimeZoneInfo Zone, bool IsTestTerminal);

[AllowedTo(UserRole.Receiver, UserRole.FullRights, UserRole.Administrator)]
public sealed class ShowWorkplace(IDbContextFactory<KvellDbContext> contexts) : IUseCase
{
    /// <returns>Null for a person without a branch of his own.</returns>
    public async Task<Workplace?> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        if (actor.BranchId is not { } branchId)
            return null;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var branch = await db.Set<Branch>().AsNoTracking().SingleAsync(found => found.Id == branchId, cancellationToken);
        var isTest = await db.Set<KvellTerminal>()
            .Where(terminal => terminal.BranchId == branchId)
            .OrderByDescending(terminal => terminal.Version)
            .Select(terminal => terminal.IsTest)
            .FirstOrDefaultAsync(cancellationToken);
        return new Workplace(branch.Name, branch.Zone, isTest);
    }
}
