using Kvell.Domain.Common;
using Kvell.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Identity;

/// <summary>There is always somebody who may let others in.</summary>
internal static class LastAdministrator
{
    public const string Sentence = "Это последний администратор: сначала назначьте другого.";

    /// <summary>
    /// May this one stop being an administrator? The role's own row joins the commit with its concurrency token:
    /// of two administrators who remove each other at once, the second decides again and finds himself the last.
    /// </summary>
    public static async Task<bool> MayGoAsync(this KvellDbContext db, Guid userId, CancellationToken cancellationToken)
    {
        await db.RenewAdministratorRoleAsync(cancellationToken);
        var roleId = RoleConfiguration.IdOf(UserRole.Administrator);
        var others = db.UserRoles.Where(member => member.RoleId == roleId && member.UserId != userId).Select(member => member.UserId);
        return await db.Users.AnyAsync(user => others.Contains(user.Id) && !user.IsBlocked, cancellationToken);
    }

    /// <summary>Lets this commit meet any other that makes or unmakes an administrator. Before whatever is decided on is read.</summary>
    public static async Task RenewAdministratorRoleAsync(this KvellDbContext db, CancellationToken cancellationToken)
    {
        var roleId = RoleConfiguration.IdOf(UserRole.Administrator);
        var role = await db.Set<IdentityRole<Guid>>().SingleAsync(found => found.Id == roleId, cancellationToken);
        role.ConcurrencyStamp = Guid.NewGuid().ToString();
    }

    public static Task<bool> IsAdministratorAsync(this KvellDbContext db, Guid userId, CancellationToken cancellationToken)
    {
        var roleId = RoleConfiguration.IdOf(UserRole.Administrator);
        return db.UserRoles.AnyAsync(member => member.UserId == userId && member.RoleId == roleId, cancellationToken);
    }
}
