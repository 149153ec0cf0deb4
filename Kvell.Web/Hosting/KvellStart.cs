using Kvell.Infrastructure.Demo;
using Kvell.Infrastructure.Persistence;
using Microsoft.Extensions.Options;

namespace Kvell.Web.Hosting;

/// <summary>What happens between building the application and its first request.</summary>
internal static class KvellStart
{
    public static async Task PrepareKvellAsync(this WebApplication app)
    {
        app.Services.GetService<IStartupValidator>()?.Validate();
        await app.Services.GetRequiredService<DatabaseStarter>().StartAsync();
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<DemoData>().SeedAsync();
        app.Lifetime.ApplicationStarted.Register(() => Greet(app));
    }

    private static void Greet(WebApplication app)
    {
        foreach (var address in app.Urls)
            Console.WriteLine($"Kvell: {address}");
        if (!app.Services.GetRequiredService<IOptions<DemoOptions>>().Value.Enabled)
            return;
        Console.WriteLine($"Демонстрация, пароль для всех: {DemoAccounts.Password}");
        foreach (var account in DemoAccounts.All)
            Console.WriteLine($"  {account.UserName,-12} {account.Description}");
    }
}
