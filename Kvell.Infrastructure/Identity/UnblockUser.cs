using Kvell.Domain.Common;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Kvell.Infrastructure.Identity;

/// <summary>Lets a blocked user in again; also one who is locked out after wrong passwords.</summary>
[AllowedTo(UserRole.Administrator)]
public sealed partial class UnblockUser(IDbContextFactory<KvellDbContext> contexts, ILogger<UnblockUser> log) : IUseCase
{
    public async Task<Refusal?> ExecuteAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        var refusal = await contexts.ChangeUserAsync(id, (_, user) =>
        {
            (user.IsBlocked, user.LockoutEnd, user.AccessFailedCount) = (false, null, 0);
            return Task.FromResult<Refusal?>(null);
        }, cancellationToken);
        if (refusal is null)
            UserUnblocked(log, id, actor.UserId);
        return refusal;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "User {UserId} was unblocked by {By}")]
    private static partial void UserUnblocked(ILogger logger, Guid userId, Guid by);
}
