using Kvell.Infrastructure.Persistence;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;

namespace Kvell.Tests.Persistence;

/// <summary>
/// A database of a test's own: an SQLite file, or, where <see cref="Variable"/> holds a connection string, a database on that SQL Server
/// under a name that nobody else has. It isn't made here: migrating or <c>EnsureCreated</c> does that.
/// </summary>
internal sealed class TestDatabase : IDisposable
{
    public const string Variable = "KVELL_TEST_SQLSERVER";

    private static readonly string? Server = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : null;

    private TestDatabase(DatabaseProvider provider, string connectionString)
    {
        (Provider, ConnectionString) = (provider, connectionString);
        Configuration = new ConfigurationBuilder().AddInMemoryCollection(Settings).Build();
    }

    /// <summary>Whether the tests of this run have an SQL Server.</summary>
    public static bool HasServer => Server is not null;

    public DatabaseProvider Provider { get; }

    public string ConnectionString { get; }

    public IConfiguration Configuration { get; }

    /// <summary>As the application's configuration has them.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        [$"{DatabaseOptions.Section}:{nameof(DatabaseOptions.Provider)}"] = $"{Provider}",
        ["ConnectionStrings:Kvell"] = ConnectionString,
    };

    /// <summary>Where this run's tests keep their data.</summary>
    /// <param name="file">The SQLite file, where it is one.</param>
    public static TestDatabase Of(string file, bool isPooled = false) => Server is null
        ? Sqlite(file, isPooled)
        : new(DatabaseProvider.SqlServer, new SqlConnectionStringBuilder(Server) { InitialCatalog = $"KvellTest_{Guid.NewGuid():N}" }.ToString());

    /// <summary>For what is about SQLite itself, or about its file.</summary>
    public static TestDatabase Sqlite(string file, bool isPooled = false) =>
        new(DatabaseProvider.Sqlite, new SqliteConnectionStringBuilder { DataSource = file, Pooling = isPooled }.ToString());

    /// <summary>Lets go of it; the file goes with its folder, the server's database goes here.</summary>
    public void Dispose()
    {
        if (Provider == DatabaseProvider.Sqlite)
        {
            using var pooled = new SqliteConnection(ConnectionString);
            SqliteConnection.ClearPool(pooled);
            return;
        }

        var name = new SqlConnectionStringBuilder(ConnectionString).InitialCatalog;
        using var connection = new SqlConnection(Server);
        connection.Open();
        using var drop = connection.CreateCommand();
        drop.CommandText = $"IF DB_ID('{name}') IS NOT NULL BEGIN ALTER DATABASE [{name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{name}]; END";
        drop.ExecuteNonQuery();
    }
}
