using Kvell.Domain.Common;
using Kvell.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Kvell.Infrastructure.Identity;

/// <summary>A new user with his roles and first password, in one commit.</summary>
[AllowedTo(UserRole.Administrator)]
public sealed partial class CreateUser(IDbContextFactory<KvellDbContext> contexts, Passwords passwords, ILogger<CreateUser> log) : IUseCase
{
    /// <returns>What is wrong, each at its field; nothing where he was created.</returns>
    public async Task<IReadOnlyList<Refusal>> ExecuteAsync(Actor actor, UserForm form, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        var refusals = await contexts.DecideAsync(db => TryAsync(db, form, cancellationToken), cancellationToken);
        if (refusals.Count == 0)
            UserCreated(log, form.UserName.Trim(), actor.UserId);
        return refusals;
    }

    internal async Task<List<Refusal>> TryAsync(KvellDbContext db, UserForm form, CancellationToken cancellationToken)
    {
        var user = new KvellUser { Id = Guid.CreateVersion7(), LockoutEnabled = true, MustChangePassword = form.MustChangePassword };
        user.EndSessions();
        var refusals = await db.RefusalsAsync(form, user.Id, cancellationToken);
        if (await passwords.TrySetAsync(user, form.Password) is { } sentence)
            refusals.Add(new(sentence, nameof(UserForm.Password)));
        if (refusals.Count > 0)
            return refusals;
        user.Take(form);
        db.Add(user);
        db.AddRange(form.Roles.Select(role => new IdentityUserRole<Guid> { UserId = user.Id, RoleId = RoleConfiguration.IdOf(role) }));
        await db.SaveChangesAsync(cancellationToken);
        return refusals;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "User {UserName} was created by {By}")]
    private static partial void UserCreated(ILogger logger, string userName, Guid by);
}

internal static class UserFields
{
    public static void Take(this KvellUser user, UserForm form)
    {
        user.UserName = form.UserName.Trim();
        user.NormalizedUserName = user.UserName.ToUpperInvariant();
        user.FullName = TypedText.Trimmed(form.FullName);
        user.BranchId = form.BranchId;
    }
}
