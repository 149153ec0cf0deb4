namespace Kvell.Web.Hosting;

/// <summary>
/// Once the server is stopping, nobody new comes in: a page that reconnected then kept the host waiting for its whole
/// shutdown time.
/// </summary>
internal sealed class StoppingGate(RequestDelegate next, IHostApplicationLifetime lifetime)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!lifetime.ApplicationStopping.IsCancellationRequested)
            return next(context);
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "5";
        context.Response.Headers.Connection = "close";
        return Task.CompletedTask;
    }
}
