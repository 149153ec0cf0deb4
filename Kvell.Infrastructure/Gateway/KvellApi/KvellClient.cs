using Kvell.Domain.Gateway;
using Kvell.Infrastructure.Gateway.Signing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kvell.Infrastructure.Gateway.KvellApi;

/// <summary>KVELL over HTTP (kvell-api §2–§7): signs the bytes it is given, sends those bytes, and tells what came back.</summary>
public sealed partial class KvellClient(
    KvellTransport transport, TerminalKeyring keyring, RequestSigner signer, IGatewayAddress addresses, IOptions<KvellOptions> options, TimeProvider time, ILogger<KvellClient> log)
    : IPayoutGateway
{
    public byte[] Compose(PayoutRequest request) => RequestBodies.Payout(request);

    public Task<GatewayAnswer> SendAsync(GatewayTerminal terminal, byte[] body, MayBegin mayBegin) => PrepareSend(terminal, body)(mayBegin);

    public Func<MayBegin, Task<GatewayAnswer>> PrepareSend(GatewayTerminal terminal, byte[] body)
    {
        // On a thread of its own: RSA-4096 takes about as long as the commit beside it.
        var prepared = Task.Run(() => PrepareAsync(terminal, async (address, keys) => new KvellCall(
            address, GatewayMethods.Payout, keys.ApiKey, await SignAsync(keys, body), body, new LogMask(keys.ApiKey, keys.Secret))));
        return mayBegin => ExchangeAsync(prepared, mayBegin);
    }

    public Task<GatewayAnswer> CheckAsync(GatewayTerminal terminal, string transaction, MayBegin mayBegin) =>
        ExchangeAsync(PrepareAsync(terminal, (address, keys) => Task.FromResult(new KvellCall(
            address, GatewayMethods.Status + Uri.EscapeDataString(transaction), keys.ApiKey, keys.SignStatus(transaction), null, new LogMask(keys.ApiKey, keys.Secret)))), mayBegin);

    public Task<GatewayAnswer> ConfirmAsync(GatewayTerminal terminal, string transaction, string code, MayBegin mayBegin) =>
        ExchangeAsync(PrepareAsync(terminal, async (address, keys) =>
        {
            var body = RequestBodies.Confirm(transaction, code);
            var signature = options.Value.ConfirmSignature == ConfirmSignature.None ? null : await SignAsync(keys, body);
            return new KvellCall(address, GatewayMethods.Confirm, keys.ApiKey, signature, body, new LogMask(keys.ApiKey, keys.Secret, code));
        }), mayBegin);

    private async Task<string> SignAsync(TerminalKeys keys, byte[] body) =>
        Convert.ToBase64String(await signer.SignAsync(keys.Key, keys.DigestOf(body, options.Value.SignatureMode)));

    private async Task<Prepared> PrepareAsync(GatewayTerminal terminal, Func<Uri, TerminalKeys, Task<KvellCall>> compose)
    {
        try
        {
            return new Prepared(await compose(addresses.Of(terminal.IsTest), await keyring.OpenAsync(terminal)), null);
        }
        catch (GatewayUnusableException unusable)
        {
            CannotCall(log, terminal.TerminalId, unusable);
            return new Prepared(null, unusable.Message);
        }
        catch (Exception failure)
        {
            // The database, most likely. Nothing has been sent, and the caller must be able to record that.
            CannotCall(log, terminal.TerminalId, failure);
            return new Prepared(null, "Запрос к KVELL не подготовлен: ключи терминала не прочитаны.");
        }
    }

    private async Task<GatewayAnswer> ExchangeAsync(Task<Prepared> preparing, MayBegin mayBegin)
    {
        var prepared = await preparing;
        return prepared.Call is { } call
            ? await new KvellExchange(transport, options.Value.RequestTimeout, time, log).RunAsync(call, mayBegin)
            : GatewayAnswer.NotSent(prepared.WhyNot!);
    }

    /// <summary>A signed call, or why there is none.</summary>
    private sealed record Prepared(KvellCall? Call, string? WhyNot);

    [LoggerMessage(Level = LogLevel.Error, Message = "KVELL can't be called by terminal {TerminalId}")]
    private static partial void CannotCall(ILogger logger, Guid terminalId, Exception failure);
}
