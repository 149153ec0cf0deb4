using Microsoft.Playwright;

namespace Kvell.Tests.Browser;

/// <summary>A running headless Chromium.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private const float MostPatience = 15_000;

    private readonly IPlaywright _playwright;

    private Chromium(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        Browser = browser;
    }

    public IBrowser Browser { get; }

    /// <exception cref="ChromiumMissingException">No browser can be had; the message says what to install.</exception>
    public static async Task<Chromium> LaunchAsync()
    {
        var executable = await new ChromiumFinder(new ThisMachine()).FindAsync();
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = executable,
            // Text as wide as on a screen: without a window letters would be fitted to whole dots.
            Args = ["--no-sandbox", "--disable-quic", "--font-render-hinting=none", "--disable-background-networking"],
        });

        // How long a page may take to say something; a busy machine with other tests beside takes longer than a quiet one.
        Assertions.SetDefaultExpectTimeout(MostPatience);
        return new Chromium(playwright, browser);
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.CloseAsync();
        _playwright.Dispose();
    }
}
