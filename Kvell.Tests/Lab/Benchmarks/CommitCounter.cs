using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kvell.Tests.Lab.Benchmarks;

/// <summary>Counts what waits for the disk.</summary>
internal sealed class CommitCounter : ISaveChangesInterceptor, IDbCommandInterceptor
{
    private int _count;

    public int Count => _count;

    public ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (result > 0)
            Interlocked.Increment(ref _count);
        return ValueTask.FromResult(result);
    }

    public ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.CommandSource == CommandSource.ExecuteUpdate)
            Interlocked.Increment(ref _count);
        return ValueTask.FromResult(result);
    }
}
