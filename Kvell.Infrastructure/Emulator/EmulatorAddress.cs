using Kvell.Infrastructure.Gateway;
using Microsoft.Extensions.Configuration;

namespace Kvell.Infrastructure.Emulator;

/// <summary>Test terminals of the demo go to the emulator, unless <c>Kvell:TestUrl</c> is set to another address.</summary>
internal sealed class EmulatorAddress(ConfiguredAddress configured, EmulatorListener listener, IConfiguration configuration) : IGatewayAddress
{
    public const string TestUrlKey = KvellOptions.Section + ":" + nameof(KvellOptions.TestUrl);

    public Uri Of(bool isTest)
    {
        if (!isTest || EmulatorModes.Of(configuration) != EmulatorMode.Inside || !string.IsNullOrEmpty(configuration[TestUrlKey]))
            return configured.Of(isTest);
        return listener.Url ?? throw new GatewayUnusableException("Эмулятор KVELL ещё не запущен.");
    }
}
