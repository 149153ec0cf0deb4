using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Kvell.Infrastructure.Gateway.KvellApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Kvell.Tests.Gateway;

public sealed class ConnectionTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_refused_connection_has_sent_nothing()
    {
        await using var bench = await GatewayBench.CreateAsync(ClosedPort());
        var asked = false;

        var answer = await bench.Gateway.SendAsync(bench.Terminal, GatewayBench.Body, () => asked = true);

        Assert.False(answer.BytesLeft);
        Assert.False(asked);
        Assert.Matches(@"^Ошибка соединения: 127\.0\.0\.1:\d+ не принимает соединений \(ConnectionRefused\)$", answer.Failure);
    }

    [Fact]
    public async Task A_refused_connection_has_sent_no_status_call_either()
    {
        await using var bench = await GatewayBench.CreateAsync(ClosedPort());
        Assert.False((await bench.Gateway.CheckAsync(bench.Terminal, GatewayBench.Number, () => true)).BytesLeft);
    }

    [Fact]
    public async Task A_failed_tls_handshake_has_sent_nothing()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var bench = await GatewayBench.CreateAsync(new Uri($"https://{listener.LocalEndpoint}"));

        var sending = bench.SendAsync();
        using (var socket = await listener.AcceptSocketAsync(TestContext.Current.CancellationToken))
            await socket.SendAsync("no TLS here\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);

        var answer = await sending;
        Assert.False(answer.BytesLeft);
        Assert.Contains("защищённое соединение", answer.Failure);
    }

    [Fact]
    public async Task A_connect_that_times_out_has_sent_nothing()
    {
        var time = new FakeTimeProvider();
        var handler = KvellTransport.CreateHandler();
        handler.ConnectCallback = async (_, cancellation) =>
        {
            time.Advance(Timeout);
            await Task.Delay(System.Threading.Timeout.Infinite, cancellation);
            throw new UnreachableException();
        };
        await using var bench = await GatewayBench.CreateAsync(new Uri("http://kvell.test"), With(time, handler));

        var answer = await bench.SendAsync();

        Assert.False(answer.BytesLeft);
        Assert.Equal("Ошибка соединения: за 30 с не удалось соединиться с kvell.test", answer.Failure);
        Assert.Equal(Timeout, answer.Duration);
    }

    [Fact]
    public async Task A_connection_that_comes_after_the_time_out_carries_nothing()
    {
        await using var server = RawServer.Answering("""{"status":"completed"}""");
        var time = new FakeTimeProvider();
        var handler = KvellTransport.CreateHandler();
        handler.ConnectCallback = async (_, _) =>
        {
            time.Advance(Timeout);
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, server.Url.Port, TestContext.Current.CancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        };
        await using var bench = await GatewayBench.CreateAsync(server.Url, With(time, handler));

        var answer = await bench.SendAsync();
        await bench.DisposeAsync();

        Assert.False(answer.BytesLeft);
        Assert.Equal(0, await server.FirstConnectionBytes);
    }

    /// <inheritdoc cref="The_one_time_out_runs_on_over_the_replys_body"/>
    [Fact(Timeout = 20_000)]
    public async Task A_server_that_never_answers_times_out_as_lost()
    {
        var time = new FakeTimeProvider();
        await using var server = RawServer.Answering(async call =>
        {
            time.Advance(Timeout);
            await Task.Delay(System.Threading.Timeout.Infinite, call.Stop);
        });
        await using var bench = await GatewayBench.CreateAsync(server.Url, With(time, KvellTransport.CreateHandler()));

        var answer = await bench.SendAsync().WaitAsync(TestContext.Current.CancellationToken);

        Assert.True(answer.BytesLeft);
        Assert.Null(answer.HttpStatus);
        Assert.EndsWith("не ответил целиком за 30 с", answer.Failure);
    }

    /// <summary>Without the rule it would wait for ever: real seconds end it.</summary>
    [Fact(Timeout = 20_000)]
    public async Task The_one_time_out_runs_on_over_the_replys_body()
    {
        var time = new FakeTimeProvider();
        await using var server = RawServer.Answering(async call =>
        {
            await call.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 22\r\n\r\n{\"status\":"u8.ToArray());
            await Task.Delay(System.Threading.Timeout.Infinite, call.Stop);
        });
        var headersCame = new HeadersCame(KvellTransport.CreateHandler(), () => time.Advance(Timeout));
        await using var bench = await GatewayBench.CreateAsync(server.Url, With(time, headersCame));

        var answer = await bench.SendAsync().WaitAsync(TestContext.Current.CancellationToken);

        Assert.True(answer.BytesLeft);
        Assert.Equal(200, answer.HttpStatus);
        Assert.EndsWith("не ответил целиком за 30 с", answer.Failure);
    }

    private static Action<IServiceCollection> With(TimeProvider time, HttpMessageHandler handler) =>
        services => services.AddSingleton(time).AddSingleton(_ => new KvellTransport(handler));

    private static Uri ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://{listener.LocalEndpoint}");
    }

    private sealed class HeadersCame(HttpMessageHandler inner, Action then) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            then();
            return response;
        }
    }
}
