using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Kvell.Infrastructure.Emulator;

/// <summary>The one handler behind the emulator's port.</summary>
internal sealed class EmulatorApplication(EmulatorGateway gateway) : IHttpApplication<HttpContext>
{
    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public Task ProcessRequestAsync(HttpContext context) => gateway.HandleAsync(context);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }
}
