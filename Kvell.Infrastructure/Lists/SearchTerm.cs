using System.Linq.Expressions;

namespace Kvell.Infrastructure.Lists;

/// <summary>One thing that is looked for.</summary>
/// <param name="Finds">The ways in which an index finds its rows, each in that index's order; a row may come by several.</param>
/// <param name="Matches">The same as a condition on a row, in the database and in memory alike.</param>
internal sealed record SearchTerm<T>(IReadOnlyList<IOrderedQueryable<T>> Finds, Expression<Func<T, bool>> Matches);

/// <summary>The ways to look for something, gathered into a <see cref="SearchTerm{T}"/>.</summary>
internal sealed class SearchWays<T>(IQueryable<T> rows)
{
    private readonly List<IOrderedQueryable<T>> _finds = [];
    private readonly List<Expression<Func<T, bool>>?> _conditions = [];

    /// <summary>Nothing is a row's when there is no way at all.</summary>
    public SearchTerm<T> Term => new(_finds, Conditions.Any([.. _conditions]) ?? (row => false));

    /// <summary>Text that begins so, in a normalised column.</summary>
    /// <param name="rest">What else such a row must be.</param>
    public SearchWays<T> Beginning(Expression<Func<T, string>> column, string? beginning, Expression<Func<T, bool>>? rest = null)
    {
        if (string.IsNullOrEmpty(beginning))
            return this;
        Expression<Func<string, bool>> begins = text => text.StartsWith(beginning);
        return Add(column, Conditions.All(Conditions.Begins(column, beginning), rest)!, Conditions.All(Conditions.Of(column, begins), rest)!);
    }

    public SearchWays<T> Exactly(Expression<Func<T, string>> column, params IReadOnlyList<string> values)
    {
        foreach (var value in values)
        {
            Expression<Func<string, bool>> equals = text => text == value;
            Add(column, Conditions.Of(column, equals), Conditions.Of(column, equals));
        }

        return this;
    }

    public SearchWays<T> By<TKey>(Expression<Func<T, TKey>> order, Expression<Func<T, bool>> condition) => Add(order, condition, condition);

    private SearchWays<T> Add<TKey>(Expression<Func<T, TKey>> order, Expression<Func<T, bool>> find, Expression<Func<T, bool>> condition)
    {
        _finds.Add(rows.Where(find).OrderBy(order));
        _conditions.Add(condition);
        return this;
    }
}
