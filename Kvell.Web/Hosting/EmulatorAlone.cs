using Kvell.Infrastructure.Demo;
using Kvell.Infrastructure.Emulator;
using Kvell.Infrastructure.Gateway.KvellApi;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Sealing;
using Kvell.Infrastructure.Settings;
using Microsoft.Extensions.Options;

namespace Kvell.Web.Hosting;

/// <summary>
/// <c>--Emulator:Only=true</c>: the other end of the wire and nothing else. No desk, no jobs and no sweep: beside a working
/// desk it must not touch its loans. It reads the terminals of the same database.
/// </summary>
internal static class EmulatorAlone
{
    /// <returns>The process's exit code.</returns>
    public static async Task<int> RunAsync(WebApplicationBuilder builder)
    {
        builder.Services
            .AddKvellClock(builder.Configuration)
            .AddKvellSettings(builder.Configuration)
            .AddKvellPersistence(builder.Configuration)
            .AddKvellSealing(builder.Configuration, builder.Environment)
            .AddKvellGateway(builder.Configuration)
            .AddKvellEmulator(builder.Configuration);

        await using var app = builder.Build();
        app.UseKvellRequestLogging();
        app.MapKvellEmulator();
        app.Services.GetService<IStartupValidator>()?.Validate();
        await app.Services.GetRequiredService<DatabaseStarter>().StartAsync();
        app.Lifetime.ApplicationStarted.Register(() => Greeting.PrintAddresses(app));
        await app.RunAsync();
        return 0;
    }
}
