using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kvell.Tests.Browser;

/// <summary>A few pages with known faults, over real HTTP: what the browser harness itself is tested on.</summary>
internal sealed class TinySite : IAsyncDisposable
{
    private const string SignInForm =
        """
        <!DOCTYPE html><html lang="ru"><title>Вход</title><form method="post" action="/enter">
        <label>Имя пользователя <input name="user"></label><label>Пароль <input name="password" type="password"></label>
        <button>Войти</button></form></html>
        """;

    private readonly WebApplication _application;
    private int _signIns;

    private TinySite(WebApplication application) => _application = application;

    public Uri Address => new(_application.Urls.First());

    public int SignIns => _signIns;

    public static async Task<TinySite> StartAsync(params (string Path, string Html)[] pages)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var site = new TinySite(builder.Build());
        site._application.MapGet("/favicon.ico", () => Results.NoContent());
        site._application.MapGet("/", (HttpRequest request) => Html(request.Cookies["user"] is { } user ? Page($"Здравствуйте, {user}") : SignInForm));
        site._application.MapPost("/enter", (Delegate)site.EnterAsync);
        foreach (var (path, html) in pages)
            site._application.MapGet(path, () => Html(html));
        await site._application.StartAsync();
        return site;
    }

    public static string Page(string body) =>
        $"<!DOCTYPE html><html lang=\"ru\"><head><title>Проба</title></head><body><main><h1>Проба</h1>{body}</main></body></html>";

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static IResult Html(string html) => Results.Content(html, "text/html; charset=utf-8");

    private async Task<IResult> EnterAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        Interlocked.Increment(ref _signIns);
        context.Response.Cookies.Append("user", form["user"].ToString());
        return Results.Redirect("/?entered");
    }
}
