using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Kvell.Infrastructure.Settings;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Kvell.Web.Hosting;

/// <summary>Why the application didn't start, in sentences, for what a person can put right. The rest keeps its stack trace.</summary>
internal static partial class StartFailure
{
    /// <returns>The process's exit code.</returns>
    public static int Tell(string sentence)
    {
        // Not Console.Error: that asks for a culture before it writes, which may be the very thing that is missing.
        using var error = Console.OpenStandardError();
        error.Write(Encoding.UTF8.GetBytes(sentence + "\n"));
        return 1;
    }

    public static string? SentenceOf(Exception failure) => failure switch
    {
        SettingException setting => setting.Message,
        OptionsValidationException options => string.Join(Environment.NewLine, options.Failures),
        AggregateException { InnerExceptions: var all } when all.Select(SentenceOf).ToList() is var sentences && !sentences.Contains(null) =>
            string.Join(Environment.NewLine, sentences),
        InvalidOperationException unreadable when Unreadable().Match(unreadable.Message) is { Success: true } match =>
            $"{match.Groups["key"]}: значение «{match.Groups["value"]}» не подходит по виду. Исправьте его в appsettings.json, переменной среды или командной строке.",
        IOException { InnerException: { } busy } when busy is Microsoft.AspNetCore.Connections.AddressInUseException || busy.InnerException is SocketException =>
            $"Адрес занят другой программой: {failure.Message} Укажите другой в ключе urls.",
        SqliteException database =>
            $"ConnectionStrings:Kvell: база данных SQLite не открывается: {database.Message}",
        _ => null,
    };

    /// <summary>The words of the framework's configuration binder.</summary>
    [GeneratedRegex("^Failed to convert configuration value '(?<value>.*)' at '(?<key>[^']+)' to type")]
    private static partial Regex Unreadable();
}
