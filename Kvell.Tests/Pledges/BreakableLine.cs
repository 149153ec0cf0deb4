using Microsoft.Playwright;

namespace Kvell.Tests.Pledges;

/// <summary>A page's line to its server, under a test's hand.</summary>
internal sealed class BreakableLine(IPage page)
{
    private IWebSocketRoute? _socket;
    private volatile bool _isDeaf;
    private volatile bool _isBroken;

    public static async Task<BreakableLine> OfAsync(IPage page)
    {
        var line = new BreakableLine(page);
        await page.RouteWebSocketAsync("**/_blazor**", line.Connect);
        return line;
    }

    /// <summary>What the page says from now on is lost on the way.</summary>
    public void Deafen() => _isDeaf = true;

    public async Task BreakAsync()
    {
        _isBroken = true;
        await page.RouteAsync("**/_blazor/**", RefuseAsync);
        await _socket!.CloseAsync();
    }

    public void Mend() => (_isDeaf, _isBroken) = (false, false);

    private Task RefuseAsync(IRoute route) => _isBroken ? route.AbortAsync() : route.ContinueAsync();

    private void Connect(IWebSocketRoute socket)
    {
        if (_isBroken)
        {
            socket.CloseAsync();
            return;
        }

        _socket = socket;
        var server = socket.ConnectToServer();
        socket.OnMessage(message =>
        {
            if (_isDeaf)
                return;
            if (message.Binary is { } bytes)
                server.Send(bytes);
            else
                server.Send(message.Text!);
        });
    }
}
