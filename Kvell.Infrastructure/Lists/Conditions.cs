using System.Linq.Expressions;

namespace Kvell.Infrastructure.Lists;

/// <summary>Conditions on a row, put together.</summary>
internal static class Conditions
{
    /// <summary>Nulls are no conditions; null when there are none.</summary>
    public static Expression<Func<T, bool>>? All<T>(params Expression<Func<T, bool>>?[] conditions) => Join(Expression.AndAlso, conditions);

    /// <summary>Null when there are none.</summary>
    public static Expression<Func<T, bool>>? Any<T>(params Expression<Func<T, bool>>?[] conditions) => Join(Expression.OrElse, conditions);

    public static IQueryable<T> WhereAll<T>(this IQueryable<T> rows, params Expression<Func<T, bool>>?[] conditions) =>
        All(conditions) is { } condition ? rows.Where(condition) : rows;

    /// <summary>
    /// The same condition, so written that no index can serve it: the rows then come by the index of their order, and are passed over one by
    /// one. SQLite knows nothing of how many rows meet a condition, and would rather find half the table and sort it.
    /// </summary>
    public static Expression<Func<T, bool>> RowByRow<T>(Expression<Func<T, bool>> condition) => Expression.Lambda<Func<T, bool>>(
        Expression.Equal(Expression.Condition(condition.Body, Expression.Constant(1), Expression.Constant(0)), Expression.Constant(1)),
        condition.Parameters);

    /// <summary>
    /// The column's text begins so, as a range of its index: a LIKE uses none on SQLite. Texts must stand in a binary order, which
    /// <see cref="Persistence.SearchedColumns"/> have.
    /// </summary>
    public static Expression<Func<T, bool>> Begins<T>(Expression<Func<T, string>> column, string beginning)
    {
        var end = beginning[..^1] + (char)(beginning[^1] + 1);
        return Of(column, text => text.CompareTo(beginning) >= 0 && text.CompareTo(end) < 0);
    }

    /// <summary>The lambda's body, of something else than its parameter.</summary>
    public static Expression On(this LambdaExpression lambda, Expression row) => new Rebound(lambda.Parameters[0], row).Visit(lambda.Body);

    /// <summary>A condition on a row's member as one on the row.</summary>
    public static Expression<Func<T, bool>> Of<T, TMember>(Expression<Func<T, TMember>> member, Expression<Func<TMember, bool>> condition) =>
        Expression.Lambda<Func<T, bool>>(condition.On(member.Body), member.Parameters);

    private static Expression<Func<T, bool>>? Join<T>(Func<Expression, Expression, Expression> join, Expression<Func<T, bool>>?[] conditions)
    {
        var known = conditions.OfType<Expression<Func<T, bool>>>().ToList();
        if (known.Count <= 1)
            return known.FirstOrDefault();
        var row = known[0].Parameters[0];
        return Expression.Lambda<Func<T, bool>>(known.Select(condition => condition.On(row)).Aggregate(join), row);
    }

    private sealed class Rebound(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}
