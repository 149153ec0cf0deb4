using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kvell.Infrastructure.Persistence;

/// <summary>
/// Every connection: a commit is on the disk before it returns (a write-ahead that a power cut could take back would
/// be none), and a writer waits for another instead of failing. The log is folded into the file every 8 000 pages instead of every
/// 1 000: a payout writes some sixty, mostly the same ones as the payout before. The cache is 16 MB, so that these stay in it.
/// </summary>
public sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA synchronous=FULL; PRAGMA busy_timeout=15000; PRAGMA foreign_keys=ON; PRAGMA wal_autocheckpoint=8000; PRAGMA cache_size=-16000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
