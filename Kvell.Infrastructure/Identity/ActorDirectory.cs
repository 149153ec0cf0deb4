using Kvell.Domain.Common;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Identity;

/// <summary>Who a user is now: name, roles and branch from the database, not from the cookie.</summary>
public sealed class ActorDirectory(IDbContextFactory<KvellDbContext> contexts)
{
    /// <summary>The user, or <see cref="Actor.Nobody"/>, who may do nothing.</summary>
    public async Task<Actor> FindAsync(Guid userId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var user = await db.Users.Where(user => user.Id == userId && !user.IsBlocked)
            .Select(user => new { user.FullName, user.BranchId })
            .SingleOrDefaultAsync(cancellationToken);
        if (user is null)
            return Actor.Nobody;
        var roleIds = await db.UserRoles.Where(role => role.UserId == userId).Select(role => role.RoleId).ToListAsync(cancellationToken);
        var roles = Enum.GetValues<UserRole>().Where(role => roleIds.Contains(RoleConfiguration.IdOf(role))).ToList();
        return new Actor(userId, user.FullName, roles, user.BranchId);
    }

    /// <summary>May a session go on: nobody was blocked, no right and no password changed since, and it wasn't signed out?</summary>
    /// <param name="stamp">What the cookie carries.</param>
    public async Task<bool> IsInForceAsync(Guid userId, string? stamp, Guid? sessionId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Users.AnyAsync(
            user => user.Id == userId && !user.IsBlocked && user.SecurityStamp == stamp && !db.Set<EndedSession>().Any(ended => ended.Id == sessionId),
            cancellationToken);
    }
}
