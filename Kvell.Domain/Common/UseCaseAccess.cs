using System.Reflection;

namespace Kvell.Domain.Common;

/// <summary>A use-case or a query. Its first parameter is the <see cref="Actor"/>, and its first act is <c>actor.Demand(this)</c>.</summary>
public interface IUseCase;

/// <summary>The roles that may run a use-case: one of them suffices. A use-case without it is refused to everybody.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowedToAttribute(params UserRole[] roles) : Attribute
{
    public IReadOnlyList<UserRole> Roles { get; } = roles;
}

public static class UseCaseAccess
{
    /// <exception cref="AccessDeniedException">No role of the actor's is on the use-case's list.</exception>
    public static void Demand(this Actor actor, IUseCase useCase)
    {
        var allowed = useCase.GetType().GetCustomAttribute<AllowedToAttribute>()?.Roles ?? [];
        if (!allowed.Any(actor.Has))
            throw new AccessDeniedException();
    }

    /// <summary>For what only those do who lend; see <see cref="Actor.MayLendIn"/>.</summary>
    /// <exception cref="AccessDeniedException">The actor doesn't work in this branch.</exception>
    public static void DemandDesk(this Actor actor, Guid branchId)
    {
        if (!actor.MayLendIn(branchId))
            throw new AccessDeniedException();
    }

    /// <summary>For what an administrator sees too.</summary>
    /// <exception cref="AccessDeniedException">The branch is another's.</exception>
    public static void DemandBranch(this Actor actor, Guid branchId)
    {
        if (!actor.MaySee(branchId))
            throw new AccessDeniedException();
    }
}
