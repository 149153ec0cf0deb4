using System.IO.Compression;
using System.Xml.Linq;

namespace Kvell.Tests.RequestLog;

/// <summary>The texts of a workbook's first sheet, as the file itself has them.</summary>
internal static class Sheet
{
    public static async Task<IReadOnlyList<IReadOnlyList<string>>> ReadAsync(Stream workbook)
    {
        workbook.Position = 0;
        await using var archive = new ZipArchive(workbook, ZipArchiveMode.Read);
        var entry = archive.Entries.Single(part => part.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal));
        await using var xml = await entry.OpenAsync();
        var sheet = await XDocument.LoadAsync(xml, LoadOptions.None, CancellationToken.None);
        return [.. Named(sheet, "row").Select(row => (IReadOnlyList<string>)[.. Named(row, "c").Select(cell => cell.Value)])];
    }

    private static IEnumerable<XElement> Named(XContainer place, string name) => place.Descendants().Where(element => element.Name.LocalName == name);
}
