namespace Kvell.Infrastructure.Gateway;

/// <summary>Where a call goes. Asked for each call: the emulator's address is known only once it listens.</summary>
public interface IGatewayAddress
{
    /// <param name="isTest">«Тестовый терминал».</param>
    /// <exception cref="GatewayUnusableException">No call may or can be made; the message says why.</exception>
    Uri Of(bool isTest);
}
