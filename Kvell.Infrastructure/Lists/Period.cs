using System.Linq.Expressions;
using Kvell.Domain.Branches;
using Kvell.Domain.Common;

namespace Kvell.Infrastructure.Lists;

/// <summary>A period of local dates as a condition on UTC instants, each row's by its own branch's zone.</summary>
internal static class Period
{
    /// <param name="branchId">Null is a row without a branch: its dates are UTC's.</param>
    /// <returns>Null where the period is open at both ends.</returns>
    public static Expression<Func<T, bool>>? Of<T>(
        ListFilter filter, IEnumerable<Branch> branches, Expression<Func<T, DateTime>> at, Expression<Func<T, Guid?>> branchId, bool withoutBranch = false)
    {
        if (filter.From is null && filter.Through is null)
            return null;
        var zones = branches.Select(branch => (Id: (Guid?)branch.Id, branch.Zone));
        if (withoutBranch)
            zones = zones.Append((null, TimeZoneInfo.Utc));
        var parts = zones.GroupBy(zone => BoundsOf(filter, zone.Zone), zone => zone.Id).ToList();
        if (parts.Count == 0)
            return null;
        var whole = Between(at, parts.Min(part => part.Key.Start), parts.Max(part => part.Key.End));
        return parts.Count == 1
            ? whole
            : Conditions.All(whole, Conditions.RowByRow(Conditions.Any([.. parts.Select(part => InZone(at, branchId, part.Key, [.. part]))])!));
    }

    private static (DateTime Start, DateTime End) BoundsOf(ListFilter filter, TimeZoneInfo zone) => (
        filter.From is { } from ? BranchZone.BoundsOf(from, zone).Start : DateTime.MinValue,
        filter.Through is { } through ? BranchZone.BoundsOf(through, zone).End : DateTime.MaxValue);

    private static Expression<Func<T, bool>> InZone<T>(
        Expression<Func<T, DateTime>> at, Expression<Func<T, Guid?>> branchId, (DateTime Start, DateTime End) bounds, IReadOnlyList<Guid?> branches)
    {
        Expression<Func<Guid?, bool>> isHere = id => branches.Contains(id);
        return Conditions.All(Conditions.Of(branchId, isHere), Between(at, bounds.Start, bounds.End))!;
    }

    private static Expression<Func<T, bool>> Between<T>(Expression<Func<T, DateTime>> at, DateTime start, DateTime end)
    {
        Expression<Func<DateTime>> first = () => start;
        Expression<Func<DateTime>> last = () => end;
        return Expression.Lambda<Func<T, bool>>(
            Expression.AndAlso(Expression.GreaterThanOrEqual(at.Body, first.Body), Expression.LessThan(at.Body, last.Body)), at.Parameters);
    }
}
