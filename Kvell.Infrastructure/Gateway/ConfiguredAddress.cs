using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Kvell.Infrastructure.Gateway;

/// <summary>The addresses of section <c>Kvell</c>. The demo reaches the test gateway only.</summary>
public sealed class ConfiguredAddress(IOptions<KvellOptions> options, IConfiguration configuration) : IGatewayAddress
{
    public const string DemoKey = "Demo:Enabled";

    public Uri Of(bool isTest)
    {
        if (!isTest && configuration.GetValue<bool>(DemoKey))
            throw new GatewayUnusableException("В демонстрации работает только тестовый терминал: настоящий шлюз KVELL не вызывается.");
        return options.Value.UrlFor(isTest);
    }
}
