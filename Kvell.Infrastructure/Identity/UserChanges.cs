using Kvell.Domain.Common;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Identity;

internal static class UserChanges
{
    private static readonly Refusal Gone = new("Такого пользователя больше нет.");

    /// <summary>Loads, decides and commits; a conflict with another administrator decides again.</summary>
    public static Task<Refusal?> ChangeUserAsync(
        this IDbContextFactory<KvellDbContext> contexts, Guid id, Func<KvellDbContext, KvellUser, Task<Refusal?>> decide, CancellationToken cancellationToken) =>
        contexts.DecideAsync(async db =>
        {
            if (await db.Users.SingleOrDefaultAsync(found => found.Id == id, cancellationToken) is not { } user)
                return Gone;
            if (await decide(db, user) is { } refusal)
                return refusal;
            user.ConcurrencyStamp = Guid.NewGuid().ToString();
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }, cancellationToken);
}
