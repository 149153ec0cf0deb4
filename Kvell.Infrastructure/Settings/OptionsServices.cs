using Kvell.Infrastructure.Demo;
using Kvell.Infrastructure.Gateway;
using Kvell.Infrastructure.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Kvell.Infrastructure.Settings;

public static class OptionsServices
{
    /// <summary>Every section, bound and validated before the first request. A failure names its key.</summary>
    public static IServiceCollection AddKvellSettings(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DatabaseOptions>().Bind(configuration.GetSection(DatabaseOptions.Section)).ValidateOnStart();
        services.AddOptions<KvellOptions>().Bind(configuration.GetSection(KvellOptions.Section)).ValidateOnStart();
        services.AddOptions<DemoOptions>().Bind(configuration.GetSection(DemoOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DatabaseOptions>, DatabaseOptionsValidator>();
        services.AddSingleton<IValidateOptions<KvellOptions>, KvellOptionsValidator>();
        services.AddSingleton<IValidateOptions<DemoOptions>, DemoOptionsValidator>();
        services.AddOptions<HostOptions>().Configure<IOptions<KvellOptions>>((host, kvell) =>
        {
            host.ShutdownTimeout = kvell.Value.ShutdownTimeout;

            // One after another they would share that time.
            host.ServicesStopConcurrently = true;
        });
        return services;
    }
}
