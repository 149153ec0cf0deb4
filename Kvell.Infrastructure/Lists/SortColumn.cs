using System.Globalization;
using System.Linq.Expressions;
using Kvell.Domain.Common;

namespace Kvell.Infrastructure.Lists;

/// <summary>
/// What stands beyond a place: rows of the same key with a further id, and rows of a further key. Two conditions, for no database goes
/// straight to a pair by an "or".
/// </summary>
internal sealed record Beyond<T>(Expression<Func<T, bool>> SameKey, Expression<Func<T, bool>> FurtherKey);

/// <summary>A column by which a list is sorted, through an index that ends with the row's id: no two rows stand at one place.</summary>
internal abstract class SortColumn<T>(string name)
{
    public string Name { get; } = name;

    /// <summary>Its index also holds the period and the state, before the id.</summary>
    public bool IsDate => Name == ListOrder.Date;

    public abstract IOrderedQueryable<T> Order(IQueryable<T> rows, bool ascending);

    /// <summary>Rows in memory, in the same order.</summary>
    public abstract IEnumerable<T> Order(IEnumerable<T> rows, bool ascending);

    /// <summary>A row in memory stands beyond a place; false too where the place is none of this column's.</summary>
    public abstract bool IsBeyond(T row, ListPlace place, bool ascending);

    public abstract string KeyOf(T row);

    public abstract Guid IdOf(T row);

    /// <returns>Null: the place is none of this column's.</returns>
    public abstract Beyond<T>? Beyond(ListPlace place, bool ascending);
}

internal sealed class SortColumn<T, TKey>(
    string name, Expression<Func<T, TKey>> key, Expression<Func<T, Guid>> id, Func<TKey, string> write, Func<string, (bool Read, TKey Key)> read) : SortColumn<T>(name)
    where TKey : notnull
{
    private static readonly IComparer<TKey> Comparer =
        typeof(TKey) == typeof(string) ? (IComparer<TKey>)(object)StringComparer.Ordinal : Comparer<TKey>.Default;

    private readonly Func<T, TKey> _keyOf = key.Compile();
    private readonly Func<T, Guid> _idOf = id.Compile();

    public override IOrderedQueryable<T> Order(IQueryable<T> rows, bool ascending) =>
        ascending ? rows.OrderBy(key).ThenBy(id) : rows.OrderByDescending(key).ThenByDescending(id);

    public override IEnumerable<T> Order(IEnumerable<T> rows, bool ascending) =>
        ascending ? rows.OrderBy(_keyOf, Comparer).ThenBy(_idOf) : rows.OrderByDescending(_keyOf, Comparer).ThenByDescending(_idOf);

    public override bool IsBeyond(T row, ListPlace place, bool ascending)
    {
        var (isRead, value) = read(place.Key);
        var order = Comparer.Compare(_keyOf(row), value) is var byKey and not 0 ? byKey : _idOf(row).CompareTo(place.Id);
        return isRead && (ascending != place.IsBack ? order > 0 : order < 0);
    }

    public override string KeyOf(T row) => write(_keyOf(row));

    public override Guid IdOf(T row) => _idOf(row);

    public override Beyond<T>? Beyond(ListPlace place, bool ascending)
    {
        var (isRead, value) = read(place.Key);
        if (!isRead)
            return null;
        var row = key.Parameters[0];
        var isUp = ascending != place.IsBack;
        Expression<Func<TKey>> placeKey = () => value;
        Expression<Func<Guid>> placeId = () => place.Id;
        return new Beyond<T>(
            Expression.Lambda<Func<T, bool>>(Expression.AndAlso(Expression.Equal(key.Body, placeKey.Body), Compare(id.On(row), placeId.Body, isUp)), row),
            Expression.Lambda<Func<T, bool>>(Compare(key.Body, placeKey.Body, isUp), row));
    }

    private static BinaryExpression Compare(Expression left, Expression right, bool isGreater)
    {
        var zero = Expression.Constant(0);
        if (left.Type == typeof(string))
            (left, right) = (Expression.Call(typeof(string), nameof(string.Compare), null, left, right), zero);
        else if (left.Type == typeof(Guid))
            (left, right) = (Expression.Call(left, nameof(Guid.CompareTo), null, right), zero);
        return isGreater ? Expression.GreaterThan(left, right) : Expression.LessThan(left, right);
    }
}

/// <summary>The columns that lists are sorted by.</summary>
internal static class SortColumn
{
    public static SortColumn<T> Date<T>(Expression<Func<T, DateTime>> key, Expression<Func<T, Guid>> id) => new SortColumn<T, DateTime>(
        ListOrder.Date, key, id, at => at.Ticks.ToString(CultureInfo.InvariantCulture),
        text => (TryWhole(text, out var ticks) && ticks <= DateTime.MaxValue.Ticks, new DateTime(Math.Clamp(ticks, 0, DateTime.MaxValue.Ticks), DateTimeKind.Utc)));

    public static SortColumn<T> Number<T>(Expression<Func<T, string>> key, Expression<Func<T, Guid>> id) =>
        new SortColumn<T, string>(ListOrder.Number, key, id, number => number, text => (text.Length > 0, text));

    public static SortColumn<T> Amount<T>(Expression<Func<T, Money>> key, Expression<Func<T, Guid>> id) => new SortColumn<T, Money>(
        ListOrder.Amount, key, id, amount => amount.Kopecks.ToString(CultureInfo.InvariantCulture), text => (TryWhole(text, out var kopecks), new Money(kopecks)));

    private static bool TryWhole(string text, out long value) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
