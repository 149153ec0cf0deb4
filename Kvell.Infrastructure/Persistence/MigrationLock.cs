using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Persistence;

/// <summary>
/// EF's migration lock on SQLite is a row that a killed process leaves behind, and EF then waits for it for ever.
/// Migrations here take seconds, so an older row is nobody's.
/// </summary>
internal static class MigrationLock
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Returns when nobody holds the lock, or when who holds it has been given up for dead.</summary>
    public static async Task WaitOrBreakAsync(KvellDbContext db, CancellationToken cancellationToken)
    {
        var exists = db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'");
        if (await exists.SingleAsync(cancellationToken) == 0)
            return;
        var rows = db.Database.SqlQuery<string>($"SELECT Timestamp AS Value FROM __EFMigrationsLock");
        while (await rows.SingleOrDefaultAsync(cancellationToken) is { } taken)
        {
            // EF writes the row by the system's clock, whatever the demo's clock shows.
            if (TimeProvider.System.GetUtcNow() - DateTimeOffset.Parse(taken, CultureInfo.InvariantCulture) > Lifetime)
                await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock WHERE Timestamp = {taken}", cancellationToken);
            else
                await Task.Delay(Pause, cancellationToken);
        }
    }
}
