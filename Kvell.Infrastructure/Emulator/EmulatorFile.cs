using Kvell.Infrastructure.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Kvell.Infrastructure.Emulator;

/// <summary>
/// The emulator's own database. Nothing is kept outside it: two servers with one file are one gateway, and a restart
/// forgets nothing. It holds masks only.
/// </summary>
public sealed class EmulatorFile : IDisposable
{
    // An order lost to a power cut would be a lie about a real gateway, not about this one: NORMAL is enough.
    private const string Schema = """
        PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=15000;
        CREATE TABLE IF NOT EXISTS Orders (
            ApiKey TEXT NOT NULL, "Transaction" TEXT NOT NULL, Id TEXT NOT NULL, Amount INTEGER NOT NULL, Commission INTEGER NOT NULL,
            Card TEXT NOT NULL, Description TEXT NOT NULL, CreatedAt INTEGER NOT NULL, Status TEXT NOT NULL,
            SettledStatus TEXT NULL, SettlesAt INTEGER NULL, PRIMARY KEY (ApiKey, "Transaction"));
        CREATE TABLE IF NOT EXISTS Drops (
            ApiKey TEXT NOT NULL, "Transaction" TEXT NOT NULL, PRIMARY KEY (ApiKey, "Transaction"));
        CREATE TABLE IF NOT EXISTS Calls (
            Sequence INTEGER PRIMARY KEY AUTOINCREMENT, At INTEGER NOT NULL, Method TEXT NOT NULL, Path TEXT NOT NULL,
            "Transaction" TEXT NULL, ApiKey TEXT NULL, Card TEXT NULL, Amount INTEGER NULL, SignatureValid INTEGER NOT NULL,
            Status INTEGER NULL, Dropped INTEGER NOT NULL);
        """;

    private readonly Lazy<SqliteConnection> _connection;
    private readonly Lock _gate = new();

    public EmulatorFile(IOptions<EmulatorOptions> options, IConfiguration configuration) =>
        _connection = new Lazy<SqliteConnection>(() => Open(options.Value.File ?? Beside(configuration)));

    public void Dispose()
    {
        if (_connection.IsValueCreated)
            _connection.Value.Dispose();
    }

    /// <summary>Runs <paramref name="work"/> alone, in one transaction over one connection.</summary>
    internal T Run<T>(Func<EmulatorSession, T> work)
    {
        lock (_gate)
        {
            // Immediate, not deferred: another process that writes is waited for, instead of failing on the way.
            using var transaction = _connection.Value.BeginTransaction(deferred: false);
            var result = work(new EmulatorSession(_connection.Value, transaction));
            transaction.Commit();
            return result;
        }
    }

    private static SqliteConnection Open(string file)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
            Directory.CreateDirectory(folder);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = Schema;
        command.ExecuteNonQuery();
        return connection;
    }

    private static string Beside(IConfiguration configuration)
    {
        const string Name = "kvell-emulator.db";
        var provider = configuration.GetValue(DatabaseOptions.Section + ":" + nameof(DatabaseOptions.Provider), DatabaseProvider.Sqlite);
        var own = provider == DatabaseProvider.Sqlite
            ? new SqliteConnectionStringBuilder(configuration.GetConnectionString("Kvell")).DataSource
            : Path.Combine("data", Name);
        return Path.Combine(Path.GetDirectoryName(own) ?? "", Name);
    }
}
