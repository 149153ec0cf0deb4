using Kvell.Infrastructure.Demo;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Kvell.Infrastructure.Gateway;

/// <summary>The addresses of section <c>Kvell</c>. The demo reaches the test gateway only.</summary>
public sealed class ConfiguredAddress(IOptions<KvellOptions> options, IConfiguration configuration) : IGatewayAddress
{
    public Uri Of(bool isTest)
    {
        if (!isTest && configuration.GetValue<bool>(DemoOptions.EnabledKey))
            throw new GatewayUnusableException("В демонстрации работает только тестовый терминал: настоящий шлюз KVELL не вызывается.");
        return options.Value.UrlFor(isTest);
    }
}
