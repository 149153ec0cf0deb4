namespace Kvell.Tests.Browser;

/// <summary>
/// Finds a Chromium for the browser tests: the one named by <see cref="Variable"/>, an installed one, Playwright's own
/// download, Debian's package; in this order, so that a machine that has one is left as it is.
/// </summary>
internal sealed class ChromiumFinder(IMachine machine)
{
    public const string Variable = "KVELL_CHROMIUM";

    // Older systems have only the second.
    private static readonly string[] Packages = ["chromium-headless-shell", "chromium"];

    /// <exception cref="ChromiumMissingException">There is none and none can be had; the message says what to install.</exception>
    public async Task<string> FindAsync()
    {
        if (machine.Variable(Variable) is { Length: > 0 } named)
        {
            return machine.FileExists(named)
                ? named
                : throw new ChromiumMissingException($"{Variable} names «{named}», and there is no such file.");
        }

        return Installed()
            ?? await machine.DownloadByPlaywrightAsync()
            ?? await InstallPackageAsync()
            ?? throw new ChromiumMissingException(
                $"The browser tests need Chromium, Chrome or Edge. {Advice()} Or name its executable in {Variable}.");
    }

    private string? Installed() => ChromiumPlaces.On(machine).FirstOrDefault(machine.FileExists);

    private async Task<string?> InstallPackageAsync()
    {
        foreach (var package in machine.MayInstallDebianPackages ? Packages : [])
        {
            if (await machine.InstallDebianPackagesAsync(package, "fonts-liberation"))
                return Installed();
        }

        return null;
    }

    private string Advice() => machine.Kind switch
    {
        SystemKind.Windows => "Install one: winget install Google.Chrome.",
        SystemKind.MacOs => "Install one: brew install --cask google-chrome.",
        _ => "Install one: sudo apt-get install chromium fonts-liberation (or your distribution's package).",
    };
}

internal sealed class ChromiumMissingException(string message) : Exception(message);
