namespace Kvell.Web.Hosting;

/// <summary>What a browser is told about every answer: nothing foreign is loaded, nobody frames it, no page of a client stays in a cache.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    /// <summary>MudBlazor writes its theme and its measures as inline styles; scripts are files of this site alone.</summary>
    private const string Ours =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Hangfire's dashboard has scripts in its pages. Administrators only.</summary>
    private static readonly string Dashboards = Ours.Replace("script-src 'self'", "script-src 'self' 'unsafe-inline'", StringComparison.Ordinal);

    public Task InvokeAsync(HttpContext context)
    {
        var isDashboard = context.Request.Path.StartsWithSegments("/jobs");
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = isDashboard ? Dashboards : Ours;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=()";
            if (context.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true)
                headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(context);
    }
}
