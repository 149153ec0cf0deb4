using Kvell.Infrastructure.Gateway;
using Microsoft.Extensions.Configuration;

namespace Kvell.Infrastructure.Emulator;

/// <summary>Test terminals of the demo go to the emulator, unless <c>Kvell:TestUrl</c> is set to another address.</summary>
internal sealed class EmulatorAddress(ConfiguredAddress configured, EmulatorListener listener, IConfiguration configuration) : IGatewayAddress
{
    public const string TestUrlKey = KvellOptions.Section + ":" + nameof(KvellOptions.TestUrl);

    public Uri Of(bool isTest)
    {
        var mode = EmulatorModes.Of(configuration);
        if (mode == EmulatorMode.Alone)
            throw new GatewayUnusableException("Этот процесс — только эмулятор KVELL: выплат он не отправляет.");
        if (!isTest || mode == EmulatorMode.Off || !string.IsNullOrEmpty(configuration[TestUrlKey]))
            return configured.Of(isTest);
        return listener.Url ?? throw new GatewayUnusableException("Эмулятор KVELL ещё не запущен.");
    }
}
