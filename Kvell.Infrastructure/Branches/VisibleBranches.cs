using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Lists;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Branches;

/// <summary>The branches whose documents an actor sees, and the time there.</summary>
internal static class VisibleBranches
{
    /// <summary>The one branch an actor is kept to, or null for all of them.</summary>
    public static Guid? OnlyBranch(this Actor actor) =>
        actor.Has(UserRole.FullRights) || actor.Has(UserRole.Administrator) ? null : actor.BranchId ?? Guid.Empty;

    /// <summary>The one branch where an actor lends, or null for all of them.</summary>
    public static Guid? OnlyDesk(this Actor actor) => actor.Has(UserRole.FullRights) ? null : actor.BranchId ?? Guid.Empty;

    /// <summary>The one branch that a list is narrowed to, or null for all that the actor sees. A foreign one is none: nothing is in it.</summary>
    public static Guid? ScopeOf(this Actor actor, ListFilter filter, Dictionary<Guid, Branch> visible) => filter.BranchId is { } asked
        ? visible.ContainsKey(asked) ? asked : Guid.Empty
        : actor.OnlyBranch();

    public static async Task<Dictionary<Guid, Branch>> LoadVisibleBranchesAsync(
        this KvellDbContext db, Actor actor, CancellationToken cancellationToken)
    {
        var branches = db.Set<Branch>().AsNoTracking();
        if (actor.OnlyBranch() is { } only)
            branches = branches.Where(branch => branch.Id == only);
        return await branches.ToDictionaryAsync(branch => branch.Id, cancellationToken);
    }

    /// <summary>UTC instants that hold "today" of every one of the branches, whatever their zones.</summary>
    public static (DateTime Start, DateTime End) TodayOf(this IEnumerable<Branch> branches, DateTime now)
    {
        var days = branches.Select(branch => BranchZone.BoundsOf(BranchZone.DayOf(now, branch.Zone), branch.Zone)).ToList();
        return days.Count == 0 ? (now, now) : (days.Min(day => day.Start), days.Max(day => day.End));
    }

    /// <summary>The same local day as now, in the branch's own zone.</summary>
    public static bool IsToday(this Branch branch, DateTime utc, DateTime now) =>
        BranchZone.DayOf(utc, branch.Zone) == BranchZone.DayOf(now, branch.Zone);
}
