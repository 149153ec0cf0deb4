using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Identity;

/// <summary>
/// Ends one sign-in in one browser. A cookie that is deleted stops the next request only: pages that are open already, in other tabs
/// of a shared desk, would go on in the name of who has left. They hear of it as of any change.
/// </summary>
public sealed class SessionEnd(IDbContextFactory<KvellDbContext> contexts, TimeProvider time)
{
    /// <summary>How long a cookie is good for; an ended session is remembered longer.</summary>
    public static readonly TimeSpan Shift = TimeSpan.FromHours(12);

    public Task EndAsync(Guid sessionId, CancellationToken cancellationToken) => contexts.DecideAsync(
        async db =>
        {
            if (!await db.Set<EndedSession>().AnyAsync(session => session.Id == sessionId, cancellationToken))
                db.Add(new EndedSession { Id = sessionId, EndedAt = time.GetUtcNow().UtcDateTime });
            return await db.SaveChangesAsync(cancellationToken);
        },
        cancellationToken);

    /// <summary>Forgets those whose cookies have run out.</summary>
    public async Task ForgetOldAsync(CancellationToken cancellationToken)
    {
        var old = time.GetUtcNow().UtcDateTime - (Shift * 2);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Set<EndedSession>().Where(session => session.EndedAt < old).ExecuteDeleteAsync(cancellationToken);
    }
}
