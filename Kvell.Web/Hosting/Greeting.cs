using Kvell.Infrastructure.Demo;
using Microsoft.Extensions.Options;

namespace Kvell.Web.Hosting;

/// <summary>What the console says when the desk is open: its address and, in the demo, who may come in.</summary>
internal static class Greeting
{
    public static void Print(WebApplication app)
    {
        if (!PrintAddresses(app) || !app.Services.GetRequiredService<IOptions<DemoOptions>>().Value.Enabled)
            return;
        Console.WriteLine($"Демонстрация, пароль для всех: {DemoAccounts.Password}");
        foreach (var account in DemoAccounts.All)
            Console.WriteLine($"  {account.UserName,-12} {account.Description}");
    }

    /// <returns>False where the console is to stay silent.</returns>
    public static bool PrintAddresses(WebApplication app)
    {
        if (!app.Configuration.GetValue(KvellLogging.ConsoleKey, true))
            return false;
        foreach (var address in app.Urls)
            Console.WriteLine($"Kvell: {address}");
        return true;
    }
}
