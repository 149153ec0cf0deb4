namespace Kvell.Infrastructure.Gateway.KvellApi;

/// <summary>What carries requests. A test or the lab registers one of its own with another handler.</summary>
/// <param name="handler">Disposed with the transport.</param>
public sealed class KvellTransport(HttpMessageHandler handler) : IDisposable
{
    private readonly HttpMessageInvoker _invoker = new(handler, disposeHandler: true);

    /// <summary>Plain sockets: no redirects, cookies, proxy, credentials, decompression, tracing headers or retries.</summary>
    public static SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        Credentials = null,
        PreAuthenticate = false,
        AutomaticDecompression = System.Net.DecompressionMethods.None,
        ActivityHeadersPropagator = null,

        // A payout on a connection that the other side is just closing is lost, and being lost costs a grace:
        // connections are let go before servers and balancers usually do it.
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        MaxResponseDrainSize = 0,
    };

    public void Dispose() => _invoker.Dispose();

    internal Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _invoker.SendAsync(request, cancellationToken);
}
