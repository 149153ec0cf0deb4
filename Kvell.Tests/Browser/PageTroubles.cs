using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Kvell.Tests.Browser;

/// <summary>Console errors, uncaught errors and failed requests of the site under test, as the pages met them.</summary>
public sealed class PageTroubles
{
    private readonly ConcurrentQueue<string> _all = new();
    private readonly ConcurrentQueue<string> _expected = new();

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
        context.WebError += (_, error) => _all.Enqueue($"uncaught: {error.Error}");
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
            throw new InvalidOperationException($"The pages had troubles:{Environment.NewLine}{string.Join(Environment.NewLine, found)}");
    }

    private static bool IsOf(Uri site, string url) => Uri.Compare(
        site, new Uri(url), UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
