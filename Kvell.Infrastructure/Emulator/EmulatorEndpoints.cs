using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kvell.Infrastructure.Emulator;

public static class EmulatorEndpoints
{
    /// <summary>
    /// <c>/emulator/ledger</c> and <c>/emulator/calls</c>, JSON, open to all; where the emulator runs alone, the gateway's
    /// <c>/v1/…</c> too. Maps nothing where there is no emulator.
    /// </summary>
    public static IEndpointRouteBuilder MapKvellEmulator(this IEndpointRouteBuilder endpoints)
    {
        var mode = EmulatorModes.Of(endpoints.ServiceProvider.GetRequiredService<IConfiguration>());
        if (mode == EmulatorMode.Off)
            return endpoints;
        endpoints.MapGet("/emulator/ledger", (EmulatorFile file, TimeProvider time) =>
            TypedResults.Ok(file.Run(session => session.Orders(time.GetUtcNow().UtcDateTime)))).AllowAnonymous();
        endpoints.MapGet("/emulator/calls", (EmulatorFile file) => TypedResults.Ok(file.Run(session => session.Calls()))).AllowAnonymous();
        if (mode == EmulatorMode.Alone)
            endpoints.Map("/v1/{**rest}", AnswerAsync).AllowAnonymous();
        return endpoints;
    }

    private static Task AnswerAsync(HttpContext context)
    {
        if (context.RequestServices.GetRequiredService<EmulatorControl>().IsOffline)
        {
            context.Abort();
            return Task.CompletedTask;
        }

        return context.RequestServices.GetRequiredService<EmulatorGateway>().HandleAsync(context);
    }
}
