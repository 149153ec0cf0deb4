using Kvell.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Kvell.Infrastructure.Persistence;

/// <summary>Brings the database to this version's shape before the first request.</summary>
public sealed partial class DatabaseStarter(IDbContextFactory<KvellDbContext> contexts, ILogger<DatabaseStarter> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        // Not opened yet: on SQL Server there may be no database to open.
        await using var db = contexts.CreateDbContext();
        await MigrateAsync(db, cancellationToken);
        if (db.Database.IsSqlite())
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancellationToken);
    }

    /// <summary>The lock is asked for only when there is work, so that a lock left behind can't stop an ordinary start.</summary>
    private async Task MigrateAsync(KvellDbContext db, CancellationToken cancellationToken)
    {
        await DemandKnownAsync(db, cancellationToken);
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        if (pending.Count == 0)
            return;
        LogMigrating(pending.Count, pending[^1]);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            if (db.Database.IsSqlite())
                await MigrationLock.WaitOrBreakAsync(db, patience.Token);
            await db.Database.MigrateAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SettingException(
                "База данных занята обновлением из другого процесса Kvell дольше двух минут. Дождитесь его конца и запустите Kvell снова.");
        }
    }

    /// <summary>A newer version has been here, or another one: what it did to the tables isn't known to this one.</summary>
    private static async Task DemandKnownAsync(KvellDbContext db, CancellationToken cancellationToken)
    {
        var strangers = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Except(db.Database.GetMigrations()).ToList();
        if (strangers.Count > 0)
            throw new SettingException(
                $"ConnectionStrings:Kvell: база данных сделана другой версией Kvell ({strangers[^1]}). Запустите ту версию или более новую; "
                + "демонстрационную базу можно просто удалить.");
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Applying {Count} migrations, the last is {Name}")]
    private partial void LogMigrating(int count, string name);
}
