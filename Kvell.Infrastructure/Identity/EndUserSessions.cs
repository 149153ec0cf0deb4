using Kvell.Domain.Common;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Identity;

/// <summary>Signs a user out everywhere.</summary>
[AllowedTo(UserRole.Administrator)]
public sealed class EndUserSessions(IDbContextFactory<KvellDbContext> contexts) : IUseCase
{
    public Task<Refusal?> ExecuteAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        return contexts.ChangeUserAsync(id, (_, user) =>
        {
            user.EndSessions();
            return Task.FromResult<Refusal?>(null);
        }, cancellationToken);
    }
}
