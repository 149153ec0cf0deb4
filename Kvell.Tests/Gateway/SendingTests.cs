using System.Diagnostics;
using Kvell.Domain.Gateway;
using Xunit;

namespace Kvell.Tests.Gateway;

public sealed class SendingTests
{
    private static readonly byte[] Processing = RawServer.Http("""{"status":"processing"}""", headers: "Set-Cookie: session=1\r\n");

    [Fact]
    public async Task A_send_that_may_not_begin_leaves_no_byte_on_the_socket()
    {
        await using var server = RawServer.Answering(call => call.KeepAliveAsync(Processing));
        await using var bench = await GatewayBench.CreateAsync(server.Url);

        var answer = await bench.Gateway.SendAsync(bench.Terminal, GatewayBench.Body, () => false);

        Assert.False(answer.BytesLeft);
        Assert.Equal(0, await server.FirstConnectionBytes);
        Assert.Empty(server.Calls);
    }

    [Fact]
    public async Task A_confirm_that_may_not_begin_leaves_no_byte_on_the_socket()
    {
        await using var server = RawServer.Answering(call => call.KeepAliveAsync(Processing));
        await using var bench = await GatewayBench.CreateAsync(server.Url);

        var answer = await bench.Gateway.ConfirmAsync(bench.Terminal, GatewayBench.Number, "123456", () => false);

        Assert.False(answer.BytesLeft);
        Assert.Equal(0, await server.FirstConnectionBytes);
    }

    [Fact]
    public async Task A_check_that_may_not_begin_does_not_even_connect()
    {
        await using var server = RawServer.Answering(call => call.KeepAliveAsync(Processing));
        await using var bench = await GatewayBench.CreateAsync(server.Url);

        var answer = await bench.Gateway.CheckAsync(bench.Terminal, GatewayBench.Number, () => false);

        Assert.False(answer.BytesLeft);
        Assert.Equal(0, server.Connections);
    }

    [Fact]
    public async Task A_question_that_throws_lets_nothing_leave()
    {
        await using var server = RawServer.Answering(call => call.KeepAliveAsync(Processing));
        await using var bench = await GatewayBench.CreateAsync(server.Url);

        var answer = await bench.Gateway.SendAsync(bench.Terminal, GatewayBench.Body, () => throw new InvalidOperationException());

        Assert.False(answer.BytesLeft);
        Assert.Equal(0, await server.FirstConnectionBytes);
    }

    [Fact]
    public async Task Whether_it_may_begin_is_asked_once_the_connection_stands()
    {
        await using var server = RawServer.Answering(call => call.KeepAliveAsync(Processing));
        await using var bench = await GatewayBench.CreateAsync(server.Url);
        var connections = new List<int>();

        await bench.Gateway.SendAsync(bench.Terminal, GatewayBench.Body, () =>
        {
            SpinWait.SpinUntil(() => server.Connections == 1, TimeSpan.FromSeconds(10));
            connections.Add(server.Connections);
            return true;
        });

        Assert.Equal([1], connections);
    }

    [Fact]
    public async Task A_payout_on_a_connection_that_dies_is_lost_and_never_sent_twice()
    {
        var count = 0;
        await using var server = RawServer.Answering(call => ++count == 1 ? call.KeepAliveAsync(Processing) : Task.CompletedTask);
        await using var bench = await GatewayBench.CreateAsync(server.Url);

        await bench.SendAsync();
        var answer = await bench.SendAsync();

        Assert.True(answer.BytesLeft);
        Assert.NotNull(answer.Failure);
        Assert.Equal(2, server.Calls.Count);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task A_call_carries_the_headers_of_the_specification_and_no_others()
    {
        await using var server = RawServer.Answering(call => call.KeepAliveAsync(Processing));
        await using var bench = await GatewayBench.CreateAsync(new UriBuilder(server.Url) { UserName = "user", Password = "password" }.Uri);
        using var activity = new Activity("payout").Start();

        await bench.SendAsync();
        await bench.SendAsync();
        await bench.Gateway.CheckAsync(bench.Terminal, GatewayBench.Number, () => true);

        var calls = server.Calls.ToList();
        Assert.Equal(["Content-Length", "Content-Type", "Host", "X-Api-Key", "X-Signature"], calls[0].Headers.Keys.Order());
        Assert.Equal(["Content-Length", "Content-Type", "Host", "X-Api-Key", "X-Signature"], calls[1].Headers.Keys.Order());
        Assert.Equal(["Host", "X-Api-Key", "X-Signature"], calls[2].Headers.Keys.Order());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/kvell")]
    [InlineData("/kvell/")]
    public async Task A_path_in_the_address_stays_before_the_methods(string path)
    {
        await using var server = RawServer.Answering(call => call.KeepAliveAsync(Processing));
        await using var bench = await GatewayBench.CreateAsync(new Uri(server.Url, path));

        await bench.Gateway.CheckAsync(bench.Terminal, "a/b ?", () => true);

        Assert.Equal($"GET {path.TrimEnd('/')}/v1/orders/a%2Fb%20%3F HTTP/1.1", Assert.Single(server.Calls).RequestLine);
    }

    [Fact]
    public async Task In_the_demo_a_terminal_that_is_not_a_test_one_is_refused_before_anything()
    {
        await using var server = RawServer.Answering(call => call.KeepAliveAsync(Processing));
        await using var bench = await GatewayBench.CreateAsync(server.Url, ("Demo:Enabled", "true"));
        var real = await bench.AddTerminalAsync(bench.Terminal.ApiKey, "secret", SignatureVector.All[0].PrivateKeyPem, isTest: false);

        GatewayAnswer[] answers =
        [
            await bench.Gateway.SendAsync(real, GatewayBench.Body, () => true),
            await bench.Gateway.CheckAsync(real, GatewayBench.Number, () => true),
            await bench.Gateway.ConfirmAsync(real, GatewayBench.Number, "123456", () => true),
        ];

        Assert.All(answers, answer => Assert.False(answer.BytesLeft));
        Assert.All(answers, answer => Assert.StartsWith("В демонстрации работает только тестовый терминал", answer.Failure));
        Assert.Equal(0, server.Connections);
        Assert.Equal("processing", (await bench.SendAsync()).Order?.Status);
    }
}
