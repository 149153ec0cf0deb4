using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Lists;

/// <summary>
/// Reads a list by key: the cost of a page doesn't grow with its depth or with the list, and a new row shifts nothing. What is looked for is
/// first found by its own index, and if that is not much, put in order here; if it is much, then it is met soon enough by going along the order's
/// index. Nothing is ever sorted by the database.
/// </summary>
internal sealed class ListReader<T>
{
    /// <summary>
    /// What is still little: read at once, some milliseconds. What is more is met among a million rows about as soon by going along.
    /// </summary>
    private const int Few = 2000;

    public required IQueryable<T> Rows { get; init; }

    public required SortColumn<T> Sort { get; init; }

    public required bool IsAscending { get; init; }

    /// <summary>The branch: it stands first in the index of every order.</summary>
    public Expression<Func<T, bool>>? Scope { get; init; }

    /// <summary>State and period: they stand in the index of the order by date, and in no other.</summary>
    public Expression<Func<T, bool>>? Dated { get; init; }

    /// <summary>Orders the rows by the index that holds <see cref="Dated"/>.</summary>
    public required SortColumn<T> Dates { get; init; }

    public IReadOnlyList<SearchTerm<T>> Terms { get; init; } = [];

    public async Task<ListPage<T>> PageAsync(ListPlace? place, CancellationToken cancellationToken, int size = ListPage.Size)
    {
        var beyond = place is null ? null : Sort.Beyond(place, IsAscending);
        if (beyond is null)
            place = null;
        var ascending = place is { IsBack: true } ? !IsAscending : IsAscending;
        var rows = await FindFewAsync(cancellationToken) is { } few
            ? [.. Sort.Order(few.Where(row => place is null || Sort.IsBeyond(row, place, IsAscending)), ascending).Take(size + 1)]
            : await WalkAsync(beyond, ascending, size + 1, cancellationToken);
        return PageOf(rows, place, size);
    }

    /// <summary>Every row in the list's order, read as it is taken.</summary>
    public async IAsyncEnumerable<T> StreamAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await FindFewAsync(cancellationToken) is { } few)
        {
            foreach (var row in Sort.Order(few, IsAscending))
                yield return row;
            yield break;
        }

        await foreach (var row in Sort.Order(Along(), IsAscending).AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return row;
    }

    /// <returns>All that the list holds, when an index says that it isn't much; else null.</returns>
    private async Task<List<T>?> FindFewAsync(CancellationToken cancellationToken)
    {
        foreach (var term in Narrowings())
        {
            if (await IsMuchAsync(term, cancellationToken))
                continue;
            var found = new Dictionary<Guid, T>();
            foreach (var find in term.Finds)
            {
                foreach (var row in await find.ToListAsync(cancellationToken))
                    found.TryAdd(Sort.IdOf(row), row);
            }

            var rest = Conditions.All([Scope, Dated, .. Terms.Where(other => other != term).Select(other => other.Matches)]);
            return [.. rest is null ? found.Values : found.Values.Where(rest.Compile(preferInterpretation: true))];
        }

        return null;
    }

    private IEnumerable<SearchTerm<T>> Narrowings()
    {
        foreach (var term in Terms)
            yield return term;
        if (Dated is not null && !Sort.IsDate)
            yield return new SearchTerm<T>([Dates.Order(Rows.WhereAll(Scope, Dated), ascending: true)], row => true);
    }

    private static async Task<bool> IsMuchAsync(SearchTerm<T> term, CancellationToken cancellationToken)
    {
        foreach (var find in term.Finds)
        {
            if (await find.Skip(Few).AnyAsync(cancellationToken))
                return true;
        }

        return false;
    }

    private async Task<List<T>> WalkAsync(Beyond<T>? beyond, bool ascending, int count, CancellationToken cancellationToken)
    {
        if (beyond is null)
            return await Sort.Order(Along(), ascending).Take(count).ToListAsync(cancellationToken);
        var rows = await Sort.Order(Along().Where(beyond.SameKey), ascending).Take(count).ToListAsync(cancellationToken);
        if (rows.Count < count)
            rows.AddRange(await Sort.Order(Along().Where(beyond.FurtherKey), ascending).Take(count - rows.Count).ToListAsync(cancellationToken));
        return rows;
    }

    /// <summary>The rows as the order's own index meets them.</summary>
    private IQueryable<T> Along()
    {
        var wanted = Conditions.All([.. Terms.Select(term => term.Matches), Sort.IsDate ? null : Dated]);
        return Rows.WhereAll(Scope, Sort.IsDate ? Dated : null, wanted is null ? null : Conditions.RowByRow(wanted));
    }

    private ListPage<T> PageOf(List<T> rows, ListPlace? place, int size)
    {
        var isBack = place is { IsBack: true };
        var hasMore = rows.Count > size;
        if (hasMore)
            rows.RemoveAt(size);
        if (isBack)
            rows.Reverse();
        if (rows.Count == 0)
            return new ListPage<T>(rows, null, null);
        var hasBefore = isBack ? hasMore : place is not null;
        var hasAfter = isBack || hasMore;
        return new ListPage<T>(rows, hasBefore ? PlaceOf(rows[0], isBack: true) : null, hasAfter ? PlaceOf(rows[^1], isBack: false) : null);
    }

    private ListPlace PlaceOf(T row, bool isBack) => new(Sort.KeyOf(row), Sort.IdOf(row), isBack);
}
