using Kvell.Domain.Common;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Identity;

/// <summary>The one user whom nobody who is signed in can make. Only while there is no administrator who may come in.</summary>
public sealed class MakeFirstAdministrator(IDbContextFactory<KvellDbContext> contexts, CreateUser creating)
{
    private static readonly Guid RoleId = RoleConfiguration.IdOf(UserRole.Administrator);

    /// <returns>The name of an administrator who is there already, or null.</returns>
    public async Task<string?> ExistingAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await ExistingAsync(db, cancellationToken);
    }

    public Task<List<Refusal>> RunAsync(UserForm form, CancellationToken cancellationToken = default) => contexts.DecideAsync(
        async db =>
        {
            // Of two that run at once the second meets the first's commit on the role's row, and is refused.
            await db.RenewAdministratorRoleAsync(cancellationToken);
            return await ExistingAsync(db, cancellationToken) is { } existing
                ? [new($"Администратор уже есть: {existing}.")]
                : await creating.TryAsync(db, form, cancellationToken);
        },
        cancellationToken);

    private static Task<string?> ExistingAsync(KvellDbContext db, CancellationToken cancellationToken)
    {
        var administrators = db.UserRoles.Where(member => member.RoleId == RoleId).Select(member => member.UserId);
        return db.Users.Where(user => !user.IsBlocked && administrators.Contains(user.Id))
            .OrderBy(user => user.UserName).Select(user => user.UserName).FirstOrDefaultAsync(cancellationToken);
    }
}
