using Kvell.Infrastructure.Demo;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Sealing;
using Microsoft.Extensions.Options;

namespace Kvell.Web.Hosting;

/// <summary>What happens between building the application and its end.</summary>
internal static class KvellStart
{
    /// <summary>Before anything that needs the database is as much as made: Hangfire's storage, for one, which the dashboard asks for.</summary>
    public static async Task PrepareAsync(this WebApplication app)
    {
        app.Services.GetService<IStartupValidator>()?.Validate();
        await app.Services.GetRequiredService<DatabaseStarter>().StartAsync();
        app.Services.GetRequiredService<KeyRingCheck>().Demand();
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DemoData>().SeedAsync();
    }

    /// <returns>The process's exit code.</returns>
    public static async Task<int> RunKvellAsync(this WebApplication app)
    {
        app.Lifetime.ApplicationStarted.Register(() => Greeting.Print(app));
        try
        {
            await app.RunAsync();
            return 0;
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Остановка не дождалась конца начатой работы: при следующем запуске она будет продолжена.");
            return 1;
        }
    }
}
