using Microsoft.Data.Sqlite;

namespace Kvell.Tests.Hosting;

/// <summary>
/// The demo's data, seeded once in a test run by the application itself and then copied: its RSA key takes seconds.
/// </summary>
internal static class SeededDatabase
{
    private static readonly Lazy<string> Seeded = new(Seed);

    public static string File => Seeded.Value;

    private static string Seed()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("kvell-seed-").FullName, "kvell.db");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        using var host = new KvellHost(new KvellHostOptions { FromNothing = true, OnSqlite = true });
        using var connection = new SqliteConnection(host.ConnectionString);
        connection.Open();
        using var copy = connection.CreateCommand();
        copy.CommandText = "VACUUM INTO $file";
        copy.Parameters.AddWithValue("$file", file);
        copy.ExecuteNonQuery();
        return file;
    }
}
