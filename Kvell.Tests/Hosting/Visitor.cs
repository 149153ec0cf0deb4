using System.Net;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Kvell.Tests.Hosting;

/// <summary>A person's plain HTTP, without scripts.</summary>
internal static partial class Visitor
{
    private static readonly ConditionalWeakTable<HttpClient, CookieContainer> Jars = [];

    public static HttpClient Create(Uri address)
    {
        var handler = new HttpClientHandler { AllowAutoRedirect = false };
        var client = new HttpClient(handler) { BaseAddress = address };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        Jars.Add(client, handler.CookieContainer);
        return client;
    }

    /// <summary>The cookies that the visitor would send now, as a header.</summary>
    public static string CookiesOf(HttpClient visitor) =>
        Jars.TryGetValue(visitor, out var jar) ? jar.GetCookieHeader(visitor.BaseAddress!) : "";

    /// <summary>Opens the sign-in page and posts its form, token and all.</summary>
    public static async Task<HttpResponseMessage> PostSignInAsync(
        this HttpClient visitor, string userName, string password, CancellationToken cancellationToken, string query = "")
    {
        var page = new Uri("/account/sign-in" + query, UriKind.Relative);
        using var form = await visitor.FormOfAsync(page.OriginalString, cancellationToken, ("Form.UserName", userName), ("Form.Password", password));
        return await visitor.PostAsync(page, form, cancellationToken);
    }

    /// <summary>Where the answer sends the visitor, on this site; null where it sends nowhere.</summary>
    public static string? PathOfRedirect(this HttpResponseMessage answer) =>
        answer.Headers.Location is { } to ? (to.IsAbsoluteUri ? to.PathAndQuery : to.OriginalString) : null;

    /// <summary>The hidden fields of a page's form, its token among them, and what is typed.</summary>
    public static async Task<FormUrlEncodedContent> FormOfAsync(
        this HttpClient visitor, string path, CancellationToken cancellationToken, params (string Name, string Value)[] typed)
    {
        var html = await visitor.GetStringAsync(new Uri(path, UriKind.Relative), cancellationToken);
        var hidden = HiddenField().Matches(html).Select(match => (match.Groups["name"].Value, match.Groups["value"].Value));
        return new FormUrlEncodedContent(hidden.Concat(typed).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
    }

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)" />""")]
    private static partial Regex HiddenField();
}
