namespace Kvell.Tests.Browser;

/// <summary>Where installers put Chromium, Chrome and Edge; first Chromium without its own windows, which takes a third less of the machine.</summary>
internal static class ChromiumPlaces
{
    private static readonly string[] Linux =
    [
        "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable",
        "/usr/bin/microsoft-edge", "/usr/bin/microsoft-edge-stable", "/snap/bin/chromium", "/opt/google/chrome/chrome",
    ];

    private static readonly string[] MacOs =
    [
        "Google Chrome.app/Contents/MacOS/Google Chrome", "Chromium.app/Contents/MacOS/Chromium",
        "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ];

    private static readonly string[] Windows =
        [@"Google\Chrome\Application\chrome.exe", @"Chromium\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe"];

    private static readonly string[] WindowsRoots = ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"];

    public static IEnumerable<string> On(IMachine machine) => machine.Kind switch
    {
        SystemKind.Windows => WindowsRoots.Select(machine.Variable).OfType<string>().SelectMany(root => Windows.Select(path => $@"{root}\{path}")),
        SystemKind.MacOs => MacRoots(machine).SelectMany(root => MacOs.Select(path => $"{root}/{path}")),
        _ => Linux,
    };

    private static IEnumerable<string> MacRoots(IMachine machine) =>
        machine.Variable("HOME") is { } home ? ["/Applications", $"{home}/Applications"] : ["/Applications"];
}
