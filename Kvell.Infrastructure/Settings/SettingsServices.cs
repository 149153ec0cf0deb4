using Kvell.Infrastructure.Gateway.Signing;
using Microsoft.Extensions.DependencyInjection;

namespace Kvell.Infrastructure.Settings;

public static class SettingsServices
{
    /// <summary>Use-cases of the settings' pages, and this server's own check of its signing.</summary>
    public static IServiceCollection AddKvellSettingsPages(this IServiceCollection services)
    {
        services.AddSingleton<ShowKvellUse>();
        services.AddSingleton<ShowPolicy>();
        services.AddSingleton<SavePolicy>();
        services.AddSingleton<ShowStopList>();
        services.AddSingleton<SaveStopListEntry>();
        services.AddSingleton<ShowGeneralSettings>();
        services.AddSingleton<SaveGeneralSettings>();
        services.AddSingleton<ShowBankSettings>();
        services.AddSingleton<SaveBankSettings>();
        services.AddSingleton<CheckSigning>();
        services.AddSingleton<ListServerChecks>();
        services.AddSingleton<IdleLock>();
        services.AddSingleton<SigningHealth>();
        services.AddHostedService<SigningWatch>();
        return services;
    }
}
