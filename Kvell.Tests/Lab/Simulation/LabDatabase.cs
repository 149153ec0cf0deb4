using System.Data.Common;
using Kvell.Infrastructure.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;

namespace Kvell.Tests.Lab.Simulation;

/// <summary>A database file in a folder of its own, and the keys that seal what is in it.</summary>
internal sealed class LabDatabase : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kvell-lab-");
    private readonly string _connection;

    public LabDatabase()
    {
        _connection = $"Data Source={Path.Combine(_folder.FullName, "kvell.db")}";
        Configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:Kvell"] = _connection }).Build();
    }

    public IConfiguration Configuration { get; }

    public IDataProtectionProvider Protection { get; } = new EphemeralDataProtectionProvider();

    public void Dispose()
    {
        using (var connection = new SqliteConnection(_connection))
            SqliteConnection.ClearPool(connection);
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
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous=OFF;";
        command.ExecuteNonQuery();
    }
}
