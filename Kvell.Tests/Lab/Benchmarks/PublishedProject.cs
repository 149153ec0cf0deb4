using System.Diagnostics;
using System.Runtime.InteropServices;
using Kvell.Tests.Architecture;

namespace Kvell.Tests.Lab.Benchmarks;

/// <summary>A web project published for this system, in a folder of its own: it starts there as often as it is asked to, on the same data.</summary>
internal sealed class PublishedProject : IDisposable
{
    private const string Site = "site";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kvell-bench-");
    private readonly string _dll;

    private PublishedProject(string project) => _dll = $"{Path.GetFileName(project)}.dll";

    /// <param name="project">From the root: <c>Kvell.Web</c>.</param>
    public static async Task<PublishedProject> MakeAsync(string project)
    {
        var published = new PublishedProject(project);
        string[] arguments =
        [
            "publish", project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false", "-p:PublishReadyToRun=true",
            "-o", Path.Combine(published._folder.FullName, Site), "-nodeReuse:false",
        ];
        using var publish = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true })!;
        var output = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? published : throw new InvalidOperationException($"{project} wasn't published:{Environment.NewLine}{output}");
    }

    public RunningSite Start() => RunningSite.Start(Path.Combine(_folder.FullName, Site), _dll);

    public void Dispose() => _folder.Delete(recursive: true);
}
