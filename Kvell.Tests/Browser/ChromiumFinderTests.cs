using Xunit;

namespace Kvell.Tests.Browser;

public sealed class ChromiumFinderTests
{
    [Fact]
    public async Task The_named_browser_wins_over_an_installed_one()
    {
        var machine = new FakeMachine { Files = { "/opt/mine", "/usr/bin/chromium" }, Variables = { [ChromiumFinder.Variable] = "/opt/mine" } };
        Assert.Equal("/opt/mine", await new ChromiumFinder(machine).FindAsync());
    }

    [Fact]
    public async Task A_named_browser_that_is_not_there_is_said_not_replaced()
    {
        var machine = new FakeMachine { Files = { "/usr/bin/chromium" }, Variables = { [ChromiumFinder.Variable] = "/opt/gone" } };
        var error = await Assert.ThrowsAsync<ChromiumMissingException>(() => new ChromiumFinder(machine).FindAsync());
        Assert.Contains("/opt/gone", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(SystemKind.Linux), "/usr/bin/chromium")]
    [InlineData(nameof(SystemKind.Linux), "/usr/bin/google-chrome")]
    [InlineData(nameof(SystemKind.Linux), "/usr/bin/microsoft-edge")]
    [InlineData(nameof(SystemKind.MacOs), "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")]
    [InlineData(nameof(SystemKind.MacOs), "/Users/anna/Applications/Chromium.app/Contents/MacOS/Chromium")]
    [InlineData(nameof(SystemKind.Windows), @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe")]
    [InlineData(nameof(SystemKind.Windows), @"C:\Users\anna\AppData\Local\Google\Chrome\Application\chrome.exe")]
    public async Task An_installed_browser_is_used_as_it_is(string kind, string path)
    {
        var machine = new FakeMachine { Kind = Enum.Parse<SystemKind>(kind), Files = { path }, MayInstallDebianPackages = true };
        Assert.Equal(path, await new ChromiumFinder(machine).FindAsync());
        Assert.Empty(machine.Done);
    }

    [Fact]
    public async Task Without_one_the_download_comes_before_the_package()
    {
        var machine = new FakeMachine { Downloaded = "/cache/chrome", MayInstallDebianPackages = true };
        Assert.Equal("/cache/chrome", await new ChromiumFinder(machine).FindAsync());
        Assert.Equal(["download"], machine.Done);
    }

    [Fact]
    public async Task Root_on_Debian_installs_the_package_when_the_download_is_out_of_reach()
    {
        var machine = new FakeMachine { MayInstallDebianPackages = true, InstallBrings = "/usr/bin/chromium-headless-shell" };
        Assert.Equal("/usr/bin/chromium-headless-shell", await new ChromiumFinder(machine).FindAsync());
        Assert.Equal(["download", "install chromium-headless-shell fonts-liberation"], machine.Done);
    }

    [Fact]
    public async Task An_older_Debian_installs_the_whole_browser()
    {
        var machine = new FakeMachine { MayInstallDebianPackages = true, InstallBrings = "/usr/bin/chromium" };
        Assert.Equal("/usr/bin/chromium", await new ChromiumFinder(machine).FindAsync());
        Assert.Equal(["download", "install chromium-headless-shell fonts-liberation", "install chromium fonts-liberation"], machine.Done);
    }

    [Fact]
    public async Task A_browser_without_windows_wins_over_a_whole_one()
    {
        var machine = new FakeMachine { Files = { "/usr/bin/chromium", "/usr/bin/chromium-headless-shell" } };
        Assert.Equal("/usr/bin/chromium-headless-shell", await new ChromiumFinder(machine).FindAsync());
    }

    [Theory]
    [InlineData(nameof(SystemKind.Linux), false, "apt-get install chromium")]
    [InlineData(nameof(SystemKind.Linux), true, "apt-get install chromium")]
    [InlineData(nameof(SystemKind.Windows), false, "winget install")]
    [InlineData(nameof(SystemKind.MacOs), false, "brew install")]
    public async Task With_nothing_to_be_had_the_error_says_what_to_install(string kind, bool root, string advice)
    {
        var machine = new FakeMachine { Kind = Enum.Parse<SystemKind>(kind), MayInstallDebianPackages = root };
        var error = await Assert.ThrowsAsync<ChromiumMissingException>(() => new ChromiumFinder(machine).FindAsync());
        Assert.Contains(advice, error.Message, StringComparison.Ordinal);
        Assert.Contains(ChromiumFinder.Variable, error.Message, StringComparison.Ordinal);
    }

    private sealed class FakeMachine : IMachine
    {
        public SystemKind Kind { get; init; }

        public bool MayInstallDebianPackages { get; init; }

        public string? Downloaded { get; init; }

        public string? InstallBrings { get; init; }

        public HashSet<string> Files { get; } = [];

        public List<string> Done { get; } = [];

        public Dictionary<string, string> Variables { get; } = new()
        {
            ["HOME"] = "/Users/anna",
            ["ProgramFiles"] = @"C:\Program Files",
            ["ProgramFiles(x86)"] = @"C:\Program Files (x86)",
            ["LocalAppData"] = @"C:\Users\anna\AppData\Local",
        };

        public string? Variable(string name) => Variables.GetValueOrDefault(name);

        public bool FileExists(string path) => Files.Contains(path);

        public Task<string?> DownloadByPlaywrightAsync()
        {
            Done.Add("download");
            return Task.FromResult(Downloaded);
        }

        public Task<bool> InstallDebianPackagesAsync(params string[] packages)
        {
            Done.Add($"install {string.Join(' ', packages)}");
            var brings = InstallBrings is not null && packages.Contains(Path.GetFileName(InstallBrings));
            if (brings)
                Files.Add(InstallBrings!);
            return Task.FromResult(brings);
        }
    }
}
