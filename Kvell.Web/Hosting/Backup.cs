using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Sealing;
using Kvell.Infrastructure.Settings;

namespace Kvell.Web.Hosting;

/// <summary><c>Kvell.Web -- backup FILE</c>: a copy of the SQLite database, also while the desk is open.</summary>
internal static class Backup
{
    public const string Command = "backup";

    /// <returns>The process's exit code.</returns>
    public static int Run(WebApplicationBuilder builder, string? file)
    {
        if (string.IsNullOrWhiteSpace(file))
            throw new SettingException("Укажите файл, куда положить копию: backup путь/к/копии.db");
        if (builder.Configuration.GetValue($"{DatabaseOptions.Section}:{nameof(DatabaseOptions.Provider)}", DatabaseProvider.Sqlite) != DatabaseProvider.Sqlite)
            throw new SettingException("Копию базы SQL Server делает сам сервер: BACKUP DATABASE. Команда backup копирует базу SQLite.");
        var path = Path.GetFullPath(file);
        SqliteBackup.Write(builder.Configuration.GetConnectionString("Kvell")!, path);
        Console.WriteLine($"Копия базы: {path}. Сертификат ключей ({Sealing(builder)}) храните отдельно.");
        return 0;
    }

    private static string Sealing(WebApplicationBuilder builder) =>
        builder.Configuration[SealingOptions.CertificateKey] is { Length: > 0 } named ? named : "в этой среде не задан";
}
