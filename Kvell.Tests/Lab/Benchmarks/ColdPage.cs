using System.Text.Json;
using Kvell.Tests.Browser;
using Microsoft.Playwright;

namespace Kvell.Tests.Lab.Benchmarks;

/// <summary>What a browser with nothing stored takes over the wire until a page works.</summary>
internal static class ColdPage
{
    /// <param name="user">Signed in before, in another context: the cookie alone comes along.</param>
    /// <returns>Bytes of all replies as sent, and of the circuit's messages.</returns>
    public static async Task<(double Http, double Circuit)> BytesAsync(BrowserFixture browser, Uri site, string path, string? user, bool isInteractive)
    {
        await using var context = await browser.NewContextAsync(site, user);
        var page = await context.NewPageAsync();
        var session = await context.NewCDPSessionAsync(page);
        double http = 0, circuit = 0;
        await session.SendAsync("Network.enable");
        session.Event("Network.loadingFinished").OnEvent += (_, fact) => http += Number(fact, "encodedDataLength");
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => circuit += frame.Binary?.Length ?? frame.Text?.Length ?? 0;
        await page.GotoAsync(path);
        if (isInteractive)
            await page.InteractiveAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return (http, circuit);
    }

    private static double Number(JsonElement? fact, string name) => fact?.GetProperty(name).GetDouble() ?? 0;
}
