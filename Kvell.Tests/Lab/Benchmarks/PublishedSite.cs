using System.Diagnostics;
using System.Text.RegularExpressions;
using Kvell.Tests.Architecture;

namespace Kvell.Tests.Lab.Benchmarks;

/// <summary>A web project published in Release and started from there, on a free port and in a folder of its own.</summary>
internal sealed partial class PublishedSite : IDisposable
{
    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private PublishedSite(Process process, DirectoryInfo folder, Uri address) => (_process, _folder, Address) = (process, folder, address);

    public Uri Address { get; }

    /// <param name="project">From the root: <c>Kvell.Web</c>.</param>
    public static async Task<PublishedSite> StartAsync(string project, params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("kvell-bench-");
        using (var publish = Start(Repository.Root, "publish", project, "-c", "Release", "-o", Path.Combine(folder.FullName, "site"), "-nodeReuse:false"))
        {
            var output = await publish.StandardOutput.ReadToEndAsync();
            await publish.WaitForExitAsync();
            if (publish.ExitCode != 0)
                throw new InvalidOperationException($"{project} wasn't published:{Environment.NewLine}{output}");
        }

        var dll = Path.Combine(folder.FullName, "site", $"{Path.GetFileName(project)}.dll");
        var process = Start(Path.Combine(folder.FullName, "site"), [dll, "--urls=http://127.0.0.1:0", "--environment=Development", .. settings]);
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is { Success: true } match)
            {
                _ = process.StandardOutput.ReadToEndAsync();
                return new PublishedSite(process, folder, new Uri(match.Value));
            }
        }

        throw new InvalidOperationException($"{project} ended before it listened.");
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static Process Start(string folder, params string[] arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;

    [GeneratedRegex(@"(?<=(listening on|Kvell): )http://127\.0\.0\.1:\d+")]
    private static partial Regex Listening();
}
