using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Persistence;

/// <summary>
/// Somebody else committed first: a concurrency token or a unique index says so, or SQL Server, which rolled ours back to let theirs
/// through (a deadlock). In each case nothing of ours got in.
/// </summary>
public static class CommitConflict
{
    private const int MostTries = 20;
    private const int SqliteSecondKey = 1555;
    private const int SqliteSecondInIndex = 2067;
    private const int ServerSecondKey = 2627;
    private const int ServerSecondInIndex = 2601;
    private const int ServerDeadlock = 1205;

    /// <summary>EF wraps what the database says once, and what it takes for passing (a deadlock) twice.</summary>
    public static bool Is(Exception exception) => exception switch
    {
        DbUpdateConcurrencyException => true,
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is SqliteSecondKey or SqliteSecondInIndex,
        SqlException server => server.Number is ServerSecondKey or ServerSecondInIndex or ServerDeadlock,
        { InnerException: { } cause } => Is(cause),
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
            catch (Exception exception) when (attempt < MostTries && Is(exception))
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }
}
