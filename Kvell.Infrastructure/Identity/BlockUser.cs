using Kvell.Domain.Common;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Kvell.Infrastructure.Identity;

/// <summary>Blocks a user, at once and everywhere.</summary>
[AllowedTo(UserRole.Administrator)]
public sealed partial class BlockUser(IDbContextFactory<KvellDbContext> contexts, ILogger<BlockUser> log) : IUseCase
{
    /// <returns>Why not, or null where he is blocked.</returns>
    public async Task<Refusal?> ExecuteAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        if (id == actor.UserId)
            return new("Себя заблокировать нельзя: попросите другого администратора.");
        var refusal = await contexts.ChangeUserAsync(id, async (db, user) =>
        {
            if (await db.IsAdministratorAsync(id, cancellationToken) && !await db.MayGoAsync(id, cancellationToken))
                return new(LastAdministrator.Sentence);
            user.IsBlocked = true;
            user.EndSessions();
            return null;
        }, cancellationToken);
        if (refusal is null)
            UserBlocked(log, id, actor.UserId);
        return refusal;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "User {UserId} was blocked by {By}")]
    private static partial void UserBlocked(ILogger logger, Guid userId, Guid by);
}
