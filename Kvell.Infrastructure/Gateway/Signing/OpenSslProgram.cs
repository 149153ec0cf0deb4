using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Kvell.Domain.Settings;

namespace Kvell.Infrastructure.Gateway.Signing;

/// <summary>
/// Is there an OpenSSL at a path? Asked before it is relied on: it must answer <c>version</c> with "OpenSSL" and 1.1.1 or newer, the
/// first whose <c>pkeyutl</c> signs a digest as we need it. LibreSSL is refused by name: nobody here has tried its signatures.
/// </summary>
public sealed partial class OpenSslProgram
{
    private static readonly Version Oldest = new(1, 1, 1);

    private readonly ConcurrentDictionary<OpenSslStamp, string> _known = new();

    /// <summary>The program as a file: another file at the same path is another program.</summary>
    /// <exception cref="OpenSslException">No path, or no such file.</exception>
    internal static OpenSslStamp StampOf(string path)
    {
        if (path.Length == 0)
            throw new OpenSslException(SigningTrial.NoPath, "Не указан путь к OpenSSL.");
        var file = new FileInfo(path);
        return Path.IsPathFullyQualified(path) && file.Exists
            ? new OpenSslStamp(path, file.LastWriteTimeUtc, file.Length)
            : throw new OpenSslException(SigningTrial.WrongPath, "Файла по пути к OpenSSL на этом сервере нет. Укажите полный путь к программе.");
    }

    /// <returns>What it calls itself: <c>OpenSSL 3.0.13 30 Jan 2024</c>.</returns>
    /// <exception cref="OpenSslException">It isn't there, doesn't run, or isn't an OpenSSL that is new enough.</exception>
    public async Task<string> VersionAsync(string path, CancellationToken cancellationToken)
    {
        var stamp = StampOf(path);
        if (_known.TryGetValue(stamp, out var known))
            return known;
        var run = await OpenSslProcess.RunAsync(path, ["version"], default, null, cancellationToken);
        var answer = Encoding.UTF8.GetString(run.Output).Split('\n')[0].Trim();
        if (run.ExitCode != 0 || FirstVersion().Match(answer) is not { Success: true } match)
            throw new OpenSslException(SigningTrial.NotOpenSsl, $"Программа по этому пути – не OpenSSL{Said(answer)}.", run.Words);
        if (Version.Parse(match.Groups[1].Value) < Oldest)
            throw new OpenSslException(SigningTrial.NotOpenSsl, $"Нужен OpenSSL {Oldest} или новее{Said(answer)}.");
        return _known[stamp] = answer;
    }

    private static string Said(string answer)
    {
        var printable = string.Concat(answer.Where(letter => !char.IsControl(letter)).Take(60));
        return printable.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $": на version она ответила «{printable}»");
    }

    [GeneratedRegex(@"^OpenSSL (\d+\.\d+\.\d+)")]
    private static partial Regex FirstVersion();
}

/// <summary>Which file stood at a path.</summary>
internal sealed record OpenSslStamp(string Path, DateTime WrittenAt, long Length);
