using Kvell.Domain.Gateway;
using Kvell.Infrastructure.Operation;
using Microsoft.Extensions.Logging;

namespace Kvell.Infrastructure.Gateway.KvellApi;

/// <summary>
/// Carries one call out: one time-out over connecting, headers and body, at most one body each way, never a second try.
/// Whatever the network does becomes an answer.
/// </summary>
internal sealed partial class KvellExchange(KvellTransport transport, TimeSpan timeout, TimeProvider time, ILogger log)
{
    private const int MostReplyBytes = 1024 * 1024;
    private const int MostRequestId = 100;

    public async Task<GatewayAnswer> RunAsync(KvellCall call, MayBegin mayBegin)
    {
        using var content = call.Body is null ? null : new WatchedContent(call.Body, mayBegin);
        if (content is null && !mayBegin())
            return call.NotSent(ConnectionFailure.Abandoned);

        using var span = PayoutMeter.BeginCall(call.Method);
        var answer = await CallAsync(call, content);
        span.EndCall(call.Method, answer.HttpStatus, answer.Duration);
        return answer;
    }

    private async Task<GatewayAnswer> CallAsync(KvellCall call, WatchedContent? content)
    {
        var startedAt = time.GetTimestamp();
        using var limit = new CancellationTokenSource(timeout, time);
        using var request = call.ToRequest(content);
        var reply = new PartialReply();
        try
        {
            await ReceiveAsync(request, reply, limit.Token);
            content?.Close();
            return Finish(new ReplyReader(call.Mask).Read(Head(call, reply), reply.Charset, reply.Bytes), startedAt);
        }
        catch (Exception failure)
        {
            // Any exception, of a replaced handler too: what it leaves unknown is told by the body, not by its type.
            var hasBegun = content?.Close() ?? !ConnectionFailure.IsBeforeSending(failure);
            var why = Explain(call, content, reply, failure, hasBegun, limit.IsCancellationRequested);
            CallFailed(log, call.Path, why, failure.GetType().Name);
            return Finish(Head(call, reply) with { BytesLeft = hasBegun || reply.Status is not null, Failure = why }, startedAt);
        }
    }

    private async Task ReceiveAsync(HttpRequestMessage request, PartialReply reply, CancellationToken cancellationToken)
    {
        using var response = await transport.SendAsync(request, cancellationToken);
        reply.Status = (int)response.StatusCode;
        reply.RequestId = response.Headers.TryGetValues("X-Request-Id", out var ids) ? ids.First() : null;
        reply.Charset = response.Content.Headers.ContentType?.CharSet;
        if (reply.Status < 200)
            return;
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        await reply.FillAsync(stream, MostReplyBytes, cancellationToken);
    }

    private string Explain(KvellCall call, WatchedContent? content, PartialReply reply, Exception failure, bool hasBegun, bool timedOut)
    {
        if (content is { WasAbandoned: true })
            return ConnectionFailure.Abandoned;
        if (failure is UnreadableReplyException)
            return ConnectionFailure.Unreadable(reply.Status ?? 0, failure.Message);
        return timedOut
            ? ConnectionFailure.TimedOut(call.Host, timeout, hasBegun)
            : ConnectionFailure.Describe(failure, call.Host);
    }

    private static GatewayAnswer Head(KvellCall call, PartialReply reply) => new()
    {
        BytesLeft = true,
        HttpStatus = reply.Status,
        RequestId = reply.RequestId is { Length: > MostRequestId } id ? id[..MostRequestId] : reply.RequestId,
        RequestBody = call.Mask.Body(call.Body),
        ResponseBody = call.Mask.Body(reply.Bytes.Span),
    };

    private GatewayAnswer Finish(GatewayAnswer answer, long startedAt) => answer with { Duration = time.GetElapsedTime(startedAt) };

    [LoggerMessage(Level = LogLevel.Warning, Message = "KVELL {Path}: {Failure} [{Exception}]")]
    private static partial void CallFailed(ILogger logger, string path, string failure, string exception);
}
