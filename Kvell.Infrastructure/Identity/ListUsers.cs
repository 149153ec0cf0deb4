using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Pledges;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Identity;

/// <param name="LockedUntil">UTC; after wrong passwords, null when not.</param>
/// <param name="Stamp">Hand it back with a change: it fails when another administrator was quicker.</param>
public sealed record UserRow(
    Guid Id, string UserName, string FullName, IReadOnlyList<UserRole> Roles, Guid? BranchId, string? BranchName,
    bool IsBlocked, bool MustChangePassword, DateTime? LockedUntil, string Stamp);

/// <summary>The firm's users by their names, and the branches they may work in.</summary>
public sealed record UserList(IReadOnlyList<UserRow> Rows, IReadOnlyList<BranchChoice> Branches);

/// <summary>«Пользователи»</summary>
[AllowedTo(UserRole.Administrator)]
public sealed class ListUsers(IDbContextFactory<KvellDbContext> contexts, TimeProvider time) : IUseCase
{
    public async Task<UserList> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        var branches = await db.Set<Branch>().AsNoTracking()
            .OrderBy(branch => branch.Name)
            .Select(branch => new BranchChoice(branch.Id, branch.Name))
            .ToListAsync(cancellationToken);
        var names = branches.ToDictionary(branch => branch.Id, branch => branch.Name);
        var roles = (await db.UserRoles.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(role => role.UserId, role => role.RoleId);
        var users = await db.Users.AsNoTracking().OrderBy(user => user.FullName).ThenBy(user => user.UserName).ToListAsync(cancellationToken);
        return new UserList(
            [
                .. users.Select(user => new UserRow(
                    user.Id, user.UserName!, user.FullName, [.. Enum.GetValues<UserRole>().Where(role => roles[user.Id].Contains(RoleConfiguration.IdOf(role)))],
                    user.BranchId, user.BranchId is { } branch ? names.GetValueOrDefault(branch) : null, user.IsBlocked, user.MustChangePassword,
                    user.LockoutEnd > now ? user.LockoutEnd.Value.UtcDateTime : null, user.ConcurrencyStamp!)),
            ],
            branches);
    }
}
