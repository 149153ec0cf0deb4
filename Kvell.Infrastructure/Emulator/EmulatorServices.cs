using Kvell.Infrastructure.Gateway;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Kvell.Infrastructure.Emulator;

public static class EmulatorServices
{
    /// <summary>The emulator; it opens its port only where the demo is enabled. Put it after the gateway: its address takes the test gateway's place.</summary>
    public static IServiceCollection AddKvellEmulator(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<EmulatorOptions>().Bind(configuration.GetSection(EmulatorOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<EmulatorOptions>, EmulatorOptionsValidator>();
        services.AddSingleton<EmulatorFile>();
        services.AddSingleton<EmulatorPace>();
        services.AddSingleton<EmulatorShops>();
        services.AddSingleton<EmulatorRules>();
        services.AddSingleton<EmulatorGateway>();
        services.AddSingleton<EmulatorListener>();
        services.AddSingleton(provider => new EmulatorControl(
            provider.GetRequiredService<EmulatorListener>(), provider.GetRequiredService<EmulatorPace>()));
        services.AddSingleton<ShowEmulator>();
        services.AddSingleton<SwitchEmulator>();
        services.AddSingleton<SetEmulatorSpeed>();
        services.AddHostedService(provider => provider.GetRequiredService<EmulatorListener>());
        services.Replace(ServiceDescriptor.Singleton<IGatewayAddress, EmulatorAddress>());
        return services;
    }
}
