using Microsoft.AspNetCore.Components.Server.Circuits;
using Serilog.Context;

namespace Kvell.Web.Hosting;

/// <summary>
/// The number a person reads out and the log is searched by: one for a request, one for an open page's circuit.
/// </summary>
public sealed class Correlation
{
    public const string LogProperty = "Correlation";

    public string Id { get; } = Guid.NewGuid().ToString("N")[..10];
}

/// <summary>Puts the request's number on each of its log lines and into its answer.</summary>
internal sealed class CorrelationMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, Correlation correlation)
    {
        context.TraceIdentifier = correlation.Id;
        context.Response.OnStarting(() =>
        {
            context.Response.Headers["X-Correlation-Id"] = correlation.Id;
            return Task.CompletedTask;
        });
        using (LogContext.PushProperty(Correlation.LogProperty, correlation.Id))
            await next(context);
    }
}

/// <summary>The same for whatever a circuit does.</summary>
internal sealed class CircuitCorrelation(Correlation correlation) : CircuitHandler
{
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        async context =>
        {
            using (LogContext.PushProperty(Correlation.LogProperty, correlation.Id))
                await next(context);
        };
}
