using System.Collections.Concurrent;
using System.Text;
using Microsoft.Playwright;

namespace Kvell.Tests.Sealing;

/// <summary>
/// All that pages were given to show: their HTML, what stands in their fields but for the open card field, the browser's
/// storage, and every frame that a circuit sent them, however briefly it was seen.
/// </summary>
internal sealed class RenderedText
{
    public const string Circuit = "circuit";

    private const string FieldsAndStorage =
        """
        () => [...document.querySelectorAll('input:not(#card), textarea, select')].map(field => field.value)
            .concat(JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie, location.href).join('\n')
        """;

    private readonly ConcurrentQueue<(string Place, byte[] Bytes)> _seen = new();

    /// <summary>Before the page opens anything.</summary>
    public void Watch(IPage page) => page.WebSocket += (_, socket) =>
        socket.FrameReceived += (_, frame) => _seen.Enqueue((Circuit, frame.Binary ?? Encoding.UTF8.GetBytes(frame.Text ?? "")));

    public async Task SeeAsync(IPage page)
    {
        var place = new Uri(page.Url).AbsolutePath;
        _seen.Enqueue((place, Encoding.UTF8.GetBytes(await page.ContentAsync())));
        _seen.Enqueue((place, Encoding.UTF8.GetBytes(await page.EvaluateAsync<string>(FieldsAndStorage))));
    }

    public IReadOnlyList<string> Hits(SecretHunter hunter) => [.. _seen.SelectMany(seen => hunter.InBytes(seen.Place, seen.Bytes)).Distinct()];

    public bool Holds(string text) => _seen.Any(seen => Encoding.UTF8.GetString(seen.Bytes).Contains(text, StringComparison.Ordinal));
}
