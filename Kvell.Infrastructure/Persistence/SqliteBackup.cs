using Kvell.Infrastructure.Settings;
using Microsoft.Data.Sqlite;

namespace Kvell.Infrastructure.Persistence;

/// <summary>A copy of the SQLite database as of one moment, while the application goes on working.</summary>
public static class SqliteBackup
{
    /// <param name="file">Must not exist: a copy is never written over another.</param>
    /// <exception cref="SettingException">It exists, can't be written, or came out damaged.</exception>
    public static void Write(string connectionString, string file)
    {
        if (File.Exists(file))
            throw new SettingException($"Файл «{file}» уже есть. Укажите новый: прежняя копия не затирается.");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            using var source = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
            using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
            source.Open();
            copy.Open();
            source.BackupDatabase(copy);
            using var check = copy.CreateCommand();
            check.CommandText = "PRAGMA integrity_check";
            if (check.ExecuteScalar() as string is not "ok")
                throw new SettingException($"Копия «{file}» повреждена. Проверьте диск и повторите.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new SettingException($"Копия «{file}» не записана: {failure.Message}", failure);
        }
    }
}
