namespace Kvell.Tests.Browser;

internal enum SystemKind
{
    Linux,
    Windows,
    MacOs,
}

/// <summary>What <see cref="ChromiumFinder"/> asks of the machine and does to it.</summary>
internal interface IMachine
{
    SystemKind Kind { get; }

    /// <summary>Debian or Ubuntu, and this process is root: it may install packages.</summary>
    bool MayInstallDebianPackages { get; }

    string? Variable(string name);

    bool FileExists(string path);

    /// <returns>The browser's executable, or null when it can't be had.</returns>
    Task<string?> DownloadByPlaywrightAsync();

    /// <returns>Whether every command ended with 0.</returns>
    Task<bool> InstallDebianPackagesAsync(params string[] packages);
}
