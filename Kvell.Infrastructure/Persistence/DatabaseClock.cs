using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Persistence;

/// <summary>The database's clock: several servers agree on times only through it.</summary>
public interface IDatabaseClock
{
    /// <returns>UTC, in the application's time (a demo that starts elsewhere in time shifts both alike).</returns>
    Task<DateTime> UtcNowAsync(KvellDbContext db);
}

/// <param name="shift">How far the application's clock was set from the machine's.</param>
public sealed class DatabaseClock(TimeSpan shift) : IDatabaseClock
{
    public async Task<DateTime> UtcNowAsync(KvellDbContext db)
    {
        var now = db is SqliteKvellDbContext
            ? await db.Database.SqlQueryRaw<DateTime>("SELECT strftime('%Y-%m-%d %H:%M:%f', 'now') AS Value").SingleAsync()
            : await db.Database.SqlQueryRaw<DateTime>("SELECT SYSUTCDATETIME() AS Value").SingleAsync();
        return DateTime.SpecifyKind(now, DateTimeKind.Utc) + shift;
    }
}
