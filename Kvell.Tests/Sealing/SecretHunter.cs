using System.Text;

namespace Kvell.Tests.Sealing;

/// <summary>Looks for forbidden things in bytes: as UTF-8 or UTF-16, grouped, encoded for an address, in base64 or hex.</summary>
internal sealed class SecretHunter(params IReadOnlyCollection<Forbidden> forbidden)
{
    /// <summary>Every file of a folder: databases with their <c>-wal</c> and <c>-shm</c>, logs, whatever else is left there.</summary>
    public IReadOnlyList<string> InFolder(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).SelectMany(file => InBytes(Path.GetFileName(file), ReadShared(file)))];

    public IReadOnlyList<string> InText(string place, string text) => InBytes(place, Encoding.UTF8.GetBytes(text));

    /// <summary>Everything reachable from an object in memory: a Hangfire storage with its jobs and arguments.</summary>
    public IReadOnlyList<string> InObject(string place, object root) => InText(place, string.Join('\n', ObjectStrings.Of(root)));

    /// <returns>A line a hit: where, and the name of what was found, never the thing itself.</returns>
    public IReadOnlyList<string> InBytes(string place, byte[] bytes)
    {
        // Text in UTF-16 becomes readable once the zero bytes between its letters are gone.
        var readings = new[] { bytes, bytes.Where(value => value != 0).ToArray() }.Select(Encoding.Latin1.GetString);
        return [.. from reading in readings from thing in forbidden where thing.IsIn(reading) select $"{place}: {thing.Name}"];
    }

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
