using System.Runtime.InteropServices;

namespace Kvell.Tests.Browser;

/// <summary>Playwright's driver, which comes inside its package: started as a process, so that a download can be ended.</summary>
internal static class PlaywrightDriver
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, ".playwright");

    public static string Node => Path.Combine(Root, "node", Platform, OperatingSystem.IsWindows() ? "node.exe" : "node");

    public static string Cli => Path.Combine(Root, "package", "cli.js");

    private static string Platform => OperatingSystem.IsWindows() ? "win32_x64"
        : $"{(OperatingSystem.IsMacOS() ? "darwin" : "linux")}-{(RuntimeInformation.OSArchitecture is System.Runtime.InteropServices.Architecture.Arm64 ? "arm64" : "x64")}";
}
