using Kvell.Domain.Gateway;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kvell.Infrastructure.Gateway.KvellApi;

/// <summary>KVELL over HTTP (kvell-api §2–§7): signs the bytes it is given, sends those bytes, and tells what came back.</summary>
public sealed partial class KvellClient(
    KvellTransport transport, TerminalKeyring keyring, IGatewayAddress addresses, IOptions<KvellOptions> options, TimeProvider time, ILogger<KvellClient> log)
    : IPayoutGateway
{
    public byte[] Compose(PayoutRequest request) => RequestBodies.Payout(request);

    public Task<GatewayAnswer> SendAsync(GatewayTerminal terminal, byte[] body, MayBegin mayBegin) =>
        CallAsync(terminal, mayBegin, (address, keys) => new KvellCall(
            address, GatewayMethods.Payout, keys.ApiKey, keys.SignPayout(body, options.Value.SignatureMode), body, new LogMask(keys.ApiKey, keys.Secret)));

    public Task<GatewayAnswer> CheckAsync(GatewayTerminal terminal, string transaction, MayBegin mayBegin) =>
        CallAsync(terminal, mayBegin, (address, keys) => new KvellCall(
            address, GatewayMethods.Status + Uri.EscapeDataString(transaction), keys.ApiKey, keys.SignStatus(transaction), null, new LogMask(keys.ApiKey, keys.Secret)));

    public Task<GatewayAnswer> ConfirmAsync(GatewayTerminal terminal, string transaction, string code, MayBegin mayBegin) =>
        CallAsync(terminal, mayBegin, (address, keys) =>
        {
            var body = RequestBodies.Confirm(transaction, code);
            var signature = options.Value.ConfirmSignature == ConfirmSignature.None ? null : keys.SignPayout(body, options.Value.SignatureMode);
            return new KvellCall(address, GatewayMethods.Confirm, keys.ApiKey, signature, body, new LogMask(keys.ApiKey, keys.Secret, code));
        });

    private async Task<GatewayAnswer> CallAsync(GatewayTerminal terminal, MayBegin mayBegin, Func<Uri, TerminalKeys, KvellCall> compose)
    {
        KvellCall call;
        try
        {
            call = compose(addresses.Of(terminal.IsTest), await keyring.OpenAsync(terminal));
        }
        catch (GatewayUnusableException unusable)
        {
            CannotCall(log, terminal.TerminalId, unusable);
            return GatewayAnswer.NotSent(unusable.Message);
        }
        catch (Exception failure)
        {
            // The database, most likely. Nothing has been sent, and the caller must be able to record that.
            CannotCall(log, terminal.TerminalId, failure);
            return GatewayAnswer.NotSent("Запрос к KVELL не подготовлен: ключи терминала не прочитаны.");
        }

        return await new KvellExchange(transport, options.Value.RequestTimeout, time, log).RunAsync(call, mayBegin);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "KVELL can't be called by terminal {TerminalId}")]
    private static partial void CannotCall(ILogger logger, Guid terminalId, Exception failure);
}
