using Kvell.Domain.Common;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Kvell.Infrastructure.Identity;

/// <summary>Gives a user another password, which ends his sessions and the lock after wrong ones.</summary>
[AllowedTo(UserRole.Administrator)]
public sealed partial class ResetPassword(IDbContextFactory<KvellDbContext> contexts, Passwords passwords, ILogger<ResetPassword> log) : IUseCase
{
    public const string PasswordField = "new-password";

    public async Task<Refusal?> ExecuteAsync(Actor actor, Guid id, string password, bool mustChange, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        var refusal = await contexts.ChangeUserAsync(id, async (_, user) =>
        {
            if (await passwords.TrySetAsync(user, password) is { } sentence)
                return new(sentence, PasswordField);
            (user.MustChangePassword, user.LockoutEnd, user.AccessFailedCount) = (mustChange, null, 0);
            user.EndSessions();
            return null;
        }, cancellationToken);
        if (refusal is null)
            PasswordGiven(log, id, actor.UserId);
        return refusal;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "User {UserId} was given a password by {By}")]
    private static partial void PasswordGiven(ILogger logger, Guid userId, Guid by);
}
