using System.Diagnostics;
using Microsoft.Playwright;

namespace Kvell.Tests.Browser;

/// <summary>The machine the tests run on.</summary>
internal sealed class ThisMachine : IMachine
{
    private static readonly TimeSpan DownloadLimit = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan InstallLimit = TimeSpan.FromMinutes(8);

    public SystemKind Kind => OperatingSystem.IsWindows() ? SystemKind.Windows
        : OperatingSystem.IsMacOS() ? SystemKind.MacOs : SystemKind.Linux;

    public bool MayInstallDebianPackages =>
        OperatingSystem.IsLinux() && File.Exists("/usr/bin/apt-get") && Environment.UserName == "root";

    public string? Variable(string name) => Environment.GetEnvironmentVariable(name);

    public bool FileExists(string path) => File.Exists(path);

    public async Task<string?> DownloadByPlaywrightAsync()
    {
        if (!await RunAsync(PlaywrightDriver.Node, [PlaywrightDriver.Cli, "install", "chromium", "--no-shell"], DownloadLimit))
            return null;
        using var playwright = await Playwright.CreateAsync();
        return File.Exists(playwright.Chromium.ExecutablePath) ? playwright.Chromium.ExecutablePath : null;
    }

    public async Task<bool> InstallDebianPackagesAsync(params string[] packages) =>
        await RunAsync("apt-get", ["update", "-qq"], InstallLimit)
        && await RunAsync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", .. packages], InstallLimit);

    private static async Task<bool> RunAsync(string file, IEnumerable<string> arguments, TimeSpan limit)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start)!;
        using var timeout = new CancellationTokenSource(limit);
        try
        {
            await Task.WhenAll(
                process.StandardOutput.ReadToEndAsync(timeout.Token),
                process.StandardError.ReadToEndAsync(timeout.Token),
                process.WaitForExitAsync(timeout.Token));
            return process.ExitCode == 0;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return false;
        }
    }
}
