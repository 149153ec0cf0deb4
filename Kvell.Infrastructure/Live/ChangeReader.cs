using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Live;

/// <summary>
/// Reads the changes nobody has read yet. Where several servers write at once, a lower sequence may be committed after a
/// higher one: the holes below the highest are asked for again, for a while.
/// </summary>
internal sealed class ChangeReader(IDbContextFactory<KvellDbContext> contexts)
{
    private const int HolesRemembered = 200;

    private readonly SortedSet<long> _holes = [];
    private long _highest;

    /// <summary>From now on.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        _highest = await db.Set<Change>().MaxAsync(change => (long?)change.Sequence, cancellationToken) ?? 0;
        _holes.Clear();
    }

    public async Task<IReadOnlyList<Change>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var holes = _holes.ToList();
        var changes = db.Set<Change>().AsNoTracking();
        changes = holes.Count == 0
            ? changes.Where(change => change.Sequence > _highest)
            : changes.Where(change => change.Sequence > _highest || holes.Contains(change.Sequence));
        var read = await changes.OrderBy(change => change.Sequence).ToListAsync(cancellationToken);
        foreach (var change in read)
            Note(change.Sequence);
        return read;
    }

    private void Note(long sequence)
    {
        if (_holes.Remove(sequence))
            return;
        for (var hole = Math.Max(_highest + 1, sequence - HolesRemembered); hole < sequence; hole++)
            _holes.Add(hole);
        while (_holes.Count > HolesRemembered)
            _holes.Remove(_holes.Min);
        _highest = sequence;
    }
}
