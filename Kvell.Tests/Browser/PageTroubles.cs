using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Kvell.Tests.Browser;

/// <summary>Console errors, uncaught errors and failed requests of the site under test, as the pages met them.</summary>
public sealed partial class PageTroubles
{
    private const int EventsTold = 40;

    private readonly ConcurrentQueue<string> _all = new();
    private readonly ConcurrentQueue<string> _expected = new();

    // What the pages told their circuits: a circuit's error names a handler by its number only.
    private readonly ConcurrentQueue<string> _events = new();

    public IReadOnlyList<string> Unexpected =>
        [.. _all.Where(trouble => !_expected.Any(part => trouble.Contains(part, StringComparison.Ordinal)))];

    /// <summary>A trouble that holds this text is what the test is about: «403», a path.</summary>
    public void Expect(string part) => _expected.Enqueue(part);

    public void Watch(IBrowserContext context, Uri site)
    {
        context.Console += (_, message) =>
        {
            if (message.Type == "error")
                _all.Enqueue($"console: {message.Text} ({message.Location})");
        };
        context.Page += (_, page) => page.WebSocket += (_, socket) => socket.FrameSent += (_, frame) => Note(frame.Binary);
        context.WebError += (_, error) =>
        {
            if (!IsOfAGoneElement(error.Error))
                _all.Enqueue($"uncaught: {error.Error}");
        };
        context.RequestFailed += (_, request) =>
        {
            // A page that is left cuts its own requests: the browser calls these aborted.
            if (IsOf(site, request.Url) && request.Failure != "net::ERR_ABORTED")
                _all.Enqueue($"request: {request.Failure} {request.Method} {request.Url}");
        };
        context.Response += (_, response) =>
        {
            if (IsOf(site, response.Url) && response.Status >= 400)
                _all.Enqueue($"request: {response.Status} {response.Request.Method} {response.Url}");
        };
    }

    /// <exception cref="InvalidOperationException">There was a trouble that nobody expected.</exception>
    public void Demand()
    {
        if (Unexpected is { Count: > 0 } found)
            throw new InvalidOperationException(
                $"The pages had troubles:{Environment.NewLine}{string.Join(Environment.NewLine, found)}{Environment.NewLine}after the events {string.Join(", ", _events)}");
    }

    /// <summary>
    /// The framework's own (dotnet/aspnetcore 26838, 32165): a field taken off the page tells of its change when its handlers have
    /// gone, and a dialog closed by a key of the key's coming up, to which only MudBlazor listens. Every keystroke came before, by its own
    /// event; an <c>input</c> or a <c>click</c> that is lost is a trouble.
    /// </summary>
    private bool IsOfAGoneElement(string error) =>
        HandlerThatIsGone().Match(error) is { Success: true } match
        && (_events.Contains($"change→{match.Groups["handler"].Value}") || _events.Contains($"keyup→{match.Groups["handler"].Value}"));

    private void Note(byte[]? message)
    {
        // Several may come in one frame.
        foreach (var match in DispatchedEvent().Matches(Encoding.UTF8.GetString(message ?? [])).Cast<Match>())
            _events.Enqueue($"{match.Groups["name"].Value}→{match.Groups["handler"].Value}");
        while (_events.Count > EventsTold)
            _events.TryDequeue(out _);
    }

    [GeneratedRegex("""eventHandlerId":(?<handler>\d+),"eventName":"(?<name>\w+)""")]
    private static partial Regex DispatchedEvent();

    [GeneratedRegex("""There is no event handler associated with this event\. EventId: '(?<handler>\d+)'""")]
    private static partial Regex HandlerThatIsGone();

    private static bool IsOf(Uri site, string url) => Uri.Compare(
        site, new Uri(url), UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
