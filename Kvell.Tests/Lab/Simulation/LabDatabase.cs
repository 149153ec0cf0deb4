using System.Data.Common;
using Kvell.Tests.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;

namespace Kvell.Tests.Lab.Simulation;

/// <summary>A database in a folder of its own, and the keys that seal what is in it.</summary>
internal sealed class LabDatabase : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kvell-lab-");
    private readonly TestDatabase _database;

    public LabDatabase() => _database = TestDatabase.Of(Path.Combine(_folder.FullName, "kvell.db"), isPooled: true);

    public IConfiguration Configuration => _database.Configuration;

    public IDataProtectionProvider Protection { get; } = new EphemeralDataProtectionProvider();

    public void Dispose()
    {
        _database.Dispose();
        _folder.Delete(recursive: true);
    }
}

/// <summary>The simulated crashes kill servers, not the machine: what is written stays written, so nobody waits for the disk.</summary>
internal sealed class QuickDisk : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Run(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Run(connection);
        return Task.CompletedTask;
    }

    private static void Run(DbConnection connection)
    {
        if (connection is not SqliteConnection)
            return;
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous=OFF;";
        command.ExecuteNonQuery();
    }
}
