using System.Net;
using Kvell.Tests.Hosting;
using Xunit;

namespace Kvell.Tests.Web;

public sealed class AccessTests(KvellHost host) : IClassFixture<KvellHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("receiver")]
    [InlineData("fullrights")]
    public async Task Only_an_administrator_opens_the_jobs(string userName)
    {
        using var visitor = await host.SignInAsync(userName, Cancellation);
        var (status, html) = await GetAsync(visitor, "/jobs");
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains("<h1>Нет доступа</h1>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_opens_the_jobs()
    {
        using var visitor = await host.SignInAsync("admin", Cancellation);
        var (status, html) = await GetAsync(visitor, "/jobs");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Kvell: фоновые задания", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_address_is_a_404_with_a_page()
    {
        using var visitor = await host.SignInAsync("receiver", Cancellation);
        var (status, html) = await GetAsync(visitor, "/no/such/page");
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("<h1>Страница не найдена</h1>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_asks_for_no_page_gets_an_empty_404()
    {
        using var visitor = await host.SignInAsync("receiver", Cancellation);
        visitor.DefaultRequestHeaders.Accept.Clear();
        var (status, body) = await GetAsync(visitor, "/no/such/page");
        Assert.Equal((HttpStatusCode.NotFound, ""), (status, body));
    }

    [Fact]
    public async Task The_no_access_page_answers_403()
    {
        using var visitor = host.CreateVisitor();
        var (status, html) = await GetAsync(visitor, "/account/no-access");
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains("<h1>Нет доступа</h1>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_closes_the_desk()
    {
        using var visitor = await host.SignInAsync("receiver", Cancellation);
        using var form = await visitor.FormOfAsync("/account/sign-in", Cancellation);
        using var signedOut = await visitor.PostAsync(new Uri("/account/sign-out", UriKind.Relative), form, Cancellation);
        Assert.Equal("/account/sign-in", signedOut.Headers.Location?.OriginalString);
        var (status, _) = await GetAsync(visitor, "/");
        Assert.Equal(HttpStatusCode.Found, status);
    }

    [Fact]
    public async Task Signing_out_by_a_forged_form_is_refused()
    {
        using var visitor = await host.SignInAsync("receiver", Cancellation);
        using var answer = await visitor.PostAsync(new Uri("/account/sign-out", UriKind.Relative), null, Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(visitor, "/")).Status);
    }

    [Fact]
    public async Task A_stranger_opens_no_circuit()
    {
        using var visitor = host.CreateVisitor();
        using var answer = await visitor.PostAsync(new Uri("/_blazor/negotiate?negotiateVersion=1", UriKind.Relative), null, Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private static async Task<(HttpStatusCode Status, string Body)> GetAsync(HttpClient visitor, string path)
    {
        using var answer = await visitor.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }
}
