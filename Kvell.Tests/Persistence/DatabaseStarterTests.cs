using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Settings;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kvell.Tests.Persistence;

public sealed class DatabaseStarterTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kvell-test-").FullName;
    private ServiceProvider _services = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DatabaseStarter Starter => _services.GetRequiredService<DatabaseStarter>();

    private string ConnectionString => $"Data Source={Path.Combine(_folder, "kvell.db")};Pooling=False";

    public ValueTask InitializeAsync()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>("ConnectionStrings:Kvell", ConnectionString)]).Build();
        _services = new ServiceCollection().AddLogging().AddKvellPersistence(configuration).BuildServiceProvider();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_empty_file_gets_every_table_and_a_write_ahead_log()
    {
        await Starter.StartAsync(Cancellation);
        await using var db = await _services.GetRequiredService<IDbContextFactory<KvellDbContext>>().CreateDbContextAsync(Cancellation);
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Cancellation));
        Assert.Equal("wal", await ScalarAsync("PRAGMA journal_mode"));
    }

    [Fact]
    public async Task A_lock_left_by_a_killed_migration_is_broken()
    {
        await LeaveLockAsync(TimeProvider.System.GetUtcNow().AddMinutes(-1));
        await Starter.StartAsync(Cancellation);
        Assert.Equal(0L, await ScalarAsync("SELECT COUNT(*) FROM __EFMigrationsLock"));
        Assert.Equal(0L, await ScalarAsync("SELECT COUNT(*) FROM Branches"));
    }

    [Fact]
    public async Task A_lock_that_may_still_be_held_is_waited_for()
    {
        await LeaveLockAsync(TimeProvider.System.GetUtcNow());
        using var impatience = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Starter.StartAsync(impatience.Token));
        Assert.Equal(1L, await ScalarAsync("SELECT COUNT(*) FROM __EFMigrationsLock"));
        Assert.Equal(0L, await ScalarAsync("SELECT COUNT(*) FROM sqlite_master WHERE name = 'Branches'"));
    }

    [Fact]
    public async Task With_nothing_to_migrate_a_held_lock_stops_nobody()
    {
        await Starter.StartAsync(Cancellation);
        await LeaveLockAsync(TimeProvider.System.GetUtcNow());
        using var impatience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        await Starter.StartAsync(impatience.Token);
        Assert.Equal(1L, await ScalarAsync("SELECT COUNT(*) FROM __EFMigrationsLock"));
    }

    [Fact]
    public async Task A_database_of_another_version_is_said_in_a_sentence_and_left_alone()
    {
        await Starter.StartAsync(Cancellation);
        await ScalarAsync("UPDATE __EFMigrationsHistory SET MigrationId = '20221024091910_Older'");
        var refused = await Assert.ThrowsAsync<SettingException>(() => Starter.StartAsync(Cancellation));
        Assert.Contains("20221024091910_Older", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1L, await ScalarAsync("SELECT COUNT(*) FROM __EFMigrationsHistory"));
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>As EF itself leaves it.</summary>
    private Task<object?> LeaveLockAsync(DateTimeOffset since) => ScalarAsync(
        $"""
        CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
        INSERT INTO "__EFMigrationsLock" VALUES (1, '{since:yyyy-MM-dd HH:mm:ss.fffffffzzz}');
        """);

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(Cancellation);
    }
}
