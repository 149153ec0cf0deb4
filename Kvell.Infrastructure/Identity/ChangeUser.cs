using Kvell.Domain.Common;
using Kvell.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Kvell.Infrastructure.Identity;

/// <summary>Name, roles and branch. Whoever's rights change is signed out: an open page still has the old ones.</summary>
[AllowedTo(UserRole.Administrator)]
public sealed partial class ChangeUser(IDbContextFactory<KvellDbContext> contexts, ILogger<ChangeUser> log) : IUseCase
{
    /// <param name="stamp">The <see cref="UserRow.Stamp"/> that the form was filled from.</param>
    /// <returns>What is wrong, each at its field; nothing where it was saved.</returns>
    public async Task<IReadOnlyList<Refusal>> ExecuteAsync(Actor actor, Guid id, string stamp, UserForm form, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        var refusals = await contexts.DecideAsync(db => TryAsync(db, id, stamp, form, cancellationToken), cancellationToken);
        if (refusals.Count == 0)
            UserChanged(log, form.UserName.Trim(), string.Join(", ", form.Roles.Order()), actor.UserId);
        return refusals;
    }

    private static async Task<List<Refusal>> TryAsync(KvellDbContext db, Guid id, string stamp, UserForm form, CancellationToken cancellationToken)
    {
        var user = await db.Users.SingleOrDefaultAsync(found => found.Id == id, cancellationToken);
        if (user?.ConcurrencyStamp != stamp)
            return [new(new RussianIdentityErrors().ConcurrencyFailure().Description)];
        var refusals = await db.RefusalsAsync(form, id, cancellationToken);
        var roles = await db.UserRoles.Where(role => role.UserId == id).ToListAsync(cancellationToken);
        var wanted = form.Roles.Select(RoleConfiguration.IdOf).ToHashSet();
        var administrator = RoleConfiguration.IdOf(UserRole.Administrator);
        var stepsDown = roles.Any(role => role.RoleId == administrator) && !wanted.Contains(administrator) && !user.IsBlocked;
        if (stepsDown && !await db.MayGoAsync(id, cancellationToken))
            refusals.Add(new(LastAdministrator.Sentence, nameof(UserForm.Roles)));
        if (refusals.Count > 0)
            return refusals;

        if (user.BranchId != form.BranchId || !wanted.SetEquals(roles.Select(role => role.RoleId)))
            user.EndSessions();
        user.Take(form);
        user.ConcurrencyStamp = Guid.NewGuid().ToString();
        db.RemoveRange(roles.Where(role => !wanted.Contains(role.RoleId)));
        db.AddRange(wanted.Except(roles.Select(role => role.RoleId)).Select(role => new IdentityUserRole<Guid> { UserId = id, RoleId = role }));
        await db.SaveChangesAsync(cancellationToken);
        return refusals;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "User {UserName} is now {Roles}, by {By}")]
    private static partial void UserChanged(ILogger logger, string userName, string roles, Guid by);
}
