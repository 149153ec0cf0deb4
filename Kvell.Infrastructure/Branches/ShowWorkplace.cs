using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Branches;

/// <summary>The branch a person works in.</summary>
/// <param name="BranchName">Null for a person without a branch of his own.</param>
/// <param name="Zone">The branch's; without one, that of the firm's first branch.</param>
/// <param name="IsTestTerminal">Its terminal in force is a test one: no real money moves.</param>
public sealed record Workplace(string? BranchName, TimeZoneInfo Zone, bool IsTestTerminal);

[AllowedTo(UserRole.Receiver, UserRole.FullRights, UserRole.Administrator)]
public sealed class ShowWorkplace(IDbContextFactory<KvellDbContext> contexts) : IUseCase
{
    public async Task<Workplace> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (actor.BranchId is not { } branchId)
        {
            var first = await db.Set<Branch>().AsNoTracking().OrderBy(found => found.Name).FirstOrDefaultAsync(cancellationToken);
            return new Workplace(null, first?.Zone ?? TimeZoneInfo.Local, IsTestTerminal: false);
        }

        var branch = await db.Set<Branch>().AsNoTracking().SingleAsync(found => found.Id == branchId, cancellationToken);
        var isTest = await db.Set<KvellTerminal>()
            .Where(terminal => terminal.BranchId == branchId)
            .OrderByDescending(terminal => terminal.Version)
            .Select(terminal => terminal.IsTest)
            .FirstOrDefaultAsync(cancellationToken);
        return new Workplace(branch.Name, branch.Zone, isTest);
    }
}
