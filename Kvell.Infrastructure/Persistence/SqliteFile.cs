using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;

namespace Kvell.Infrastructure.Persistence;

/// <summary>Where the SQLite file stands: a relative path is the content root's, whatever the working directory.</summary>
public static class SqliteFile
{
    private const string ConnectionKey = "ConnectionStrings:Kvell";

    /// <summary>Makes the path absolute in the configuration, and its folder on the disk.</summary>
    public static void Place(ConfigurationManager configuration, string contentRoot)
    {
        var provider = configuration.GetValue($"{DatabaseOptions.Section}:{nameof(DatabaseOptions.Provider)}", DatabaseProvider.Sqlite);
        if (provider != DatabaseProvider.Sqlite || configuration[ConnectionKey] is not { Length: > 0 } text)
            return;
        var connection = new SqliteConnectionStringBuilder(text);
        if (connection.Mode == SqliteOpenMode.Memory || connection.DataSource is "" or ":memory:")
            return;
        connection.DataSource = Path.GetFullPath(connection.DataSource, contentRoot);
        Directory.CreateDirectory(Path.GetDirectoryName(connection.DataSource)!);
        configuration.AddInMemoryCollection([KeyValuePair.Create<string, string?>(ConnectionKey, connection.ToString())]);
    }
}
