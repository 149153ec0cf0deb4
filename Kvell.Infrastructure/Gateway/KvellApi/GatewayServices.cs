using Kvell.Domain.Gateway;
using Kvell.Infrastructure.Gateway.Signing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kvell.Infrastructure.Gateway.KvellApi;

public static class GatewayServices
{
    /// <summary>The port to KVELL. A <see cref="KvellTransport"/> or an <see cref="IGatewayAddress"/> registered before stays.</summary>
    public static IServiceCollection AddKvellGateway(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<KvellOptions>().Bind(configuration.GetSection(KvellOptions.Section));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => new KvellTransport(KvellTransport.CreateHandler()));
        services.TryAddSingleton<ConfiguredAddress>();
        services.TryAddSingleton<IGatewayAddress>(provider => provider.GetRequiredService<ConfiguredAddress>());
        services.AddSingleton<TerminalKeyring>();
        services.AddSingleton<OpenSslProgram>();
        services.AddSingleton<OpenSslSigner>();
        services.AddSingleton<RequestSigner>();
        services.AddSingleton<SigningCheck>();
        services.AddSingleton<ITrialSignature, TerminalTrial>();
        services.AddSingleton<IPayoutGateway, KvellClient>();
        return services;
    }
}
