using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Persistence;

/// <summary>Somebody else committed first: a concurrency token or a unique index says so.</summary>
public static class CommitConflict
{
    private const int MostTries = 20;

    public static bool Is(DbUpdateException exception) => exception is DbUpdateConcurrencyException || exception.InnerException switch
    {
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is 1555 or 2067,
        SqlException server => server.Number is 2601 or 2627,
        _ => false,
    };

    /// <summary>
    /// Decides and commits in a fresh context; on a conflict decides again from the database, which by then has the
    /// other's commit.
    /// </summary>
    public static async Task<T> DecideAsync<T>(this IDbContextFactory<KvellDbContext> contexts, Func<KvellDbContext, Task<T>> decide, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            try
            {
                return await decide(db);
            }
            catch (DbUpdateException exception) when (attempt < MostTries && Is(exception))
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }
}
