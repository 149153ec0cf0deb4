using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Lists;

/// <summary>Pages by key: the cost of a page doesn't grow with its depth, and a new row shifts nothing.</summary>
internal static class KeysetPaging
{
    public const int PageSize = 50;

    public static async Task<ListPage<T>> ToPageAsync<T>(
        this IQueryable<T> source,
        Expression<Func<T, DateTime>> at,
        Expression<Func<T, Guid>> id,
        ListPlace? place,
        CancellationToken cancellationToken,
        int size = PageSize)
    {
        var towardsNewer = place is { TowardsNewer: true };
        if (place is not null)
            source = source.Where(Beyond(at, id, place));
        var ordered = towardsNewer ? source.OrderBy(at).ThenBy(id) : source.OrderByDescending(at).ThenByDescending(id);
        var rows = await ordered.Take(size + 1).ToListAsync(cancellationToken);
        var hasMore = rows.Count > size;
        if (hasMore)
            rows.RemoveAt(size);
        if (towardsNewer)
            rows.Reverse();
        if (rows.Count == 0)
            return new ListPage<T>(rows, null, null);

        var (keyAt, keyId) = (at.Compile(), id.Compile());
        var newer = towardsNewer ? hasMore : place is not null;
        var older = towardsNewer || hasMore;
        return new ListPage<T>(
            rows,
            newer ? new ListPlace(keyAt(rows[0]), keyId(rows[0]), TowardsNewer: true) : null,
            older ? new ListPlace(keyAt(rows[^1]), keyId(rows[^1]), TowardsNewer: false) : null);
    }

    /// <summary>(at, id) strictly before, or after, the place.</summary>
    private static Expression<Func<T, bool>> Beyond<T>(
        Expression<Func<T, DateTime>> at, Expression<Func<T, Guid>> id, ListPlace place)
    {
        var row = at.Parameters[0];
        var rowAt = at.Body;
        var rowId = new Rebound(id.Parameters[0], row).Visit(id.Body);
        Expression<Func<DateTime>> placeAt = () => place.At;
        Expression<Func<Guid>> placeId = () => place.Id;
        var compared = Expression.Call(rowId, nameof(Guid.CompareTo), null, placeId.Body);
        var zero = Expression.Constant(0);
        var (later, further) = place.TowardsNewer
            ? (Expression.GreaterThan(rowAt, placeAt.Body), Expression.GreaterThan(compared, zero))
            : (Expression.LessThan(rowAt, placeAt.Body), Expression.LessThan(compared, zero));
        return Expression.Lambda<Func<T, bool>>(Expression.OrElse(later, Expression.AndAlso(Expression.Equal(rowAt, placeAt.Body), further)), row);
    }

    private sealed class Rebound(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}
