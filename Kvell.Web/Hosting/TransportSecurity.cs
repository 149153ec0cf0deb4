using System.Net;

namespace Kvell.Web.Hosting;

/// <summary>In production whatever leaves the machine is encrypted.</summary>
internal static class TransportSecurity
{
    /// <summary>
    /// HTTPS or nothing, but for the machine itself: a single desk on its own server, a service manager's look at the health.
    /// </summary>
    public static void UseKvellTransport(this WebApplication app)
    {
        app.UseForwardedHeaders();
        if (!app.Environment.IsProduction())
            return;
        app.UseHsts();
        app.UseWhen(IsExposed, exposed =>
        {
            exposed.UseHttpsRedirection();

            // No HTTPS address is known to redirect to.
            exposed.Run(context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                context.Response.ContentType = "text/plain; charset=utf-8";
                return context.Response.WriteAsync("Kvell открывается только по HTTPS. Настройте сертификат сайта (Kestrel) или прокси (Proxy:Addresses).");
            });
        });
    }

    private static bool IsExposed(HttpContext context) =>
        !context.Request.IsHttps && context.Connection.RemoteIpAddress is { } address && !IPAddress.IsLoopback(address);
}
