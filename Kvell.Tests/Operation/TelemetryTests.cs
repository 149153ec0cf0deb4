using System.Collections.Concurrent;
using System.Text;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Xunit;

namespace Kvell.Tests.Operation;

/// <summary>What reaches a collector, by OTLP over real HTTP.</summary>
public sealed class TelemetryTests : IAsyncLifetime
{
    private readonly ConcurrentBag<(string Path, byte[] Body)> _received = [];
    private WebApplication _collector = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Endpoint => _collector.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _collector = builder.Build();
        _collector.MapPost("/v1/{signal}", async (HttpContext context) =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            _received.Add((context.Request.Path, body.ToArray()));
        });
        await _collector.StartAsync(Cancellation);
    }

    public ValueTask DisposeAsync() => _collector.DisposeAsync();

    [Fact]
    public async Task A_payout_shows_in_the_meters_and_in_the_traces_without_the_card()
    {
        await using var host = new KvellHost(new KvellHostOptions { Settings = new Dictionary<string, string> { ["OpenTelemetry:Endpoint"] = Endpoint } });
        using var desk = await PayoutDesk.OpenAsync(host);
        var id = await desk.DraftAsync(_ => { }, "1000");
        await desk.PostAsync(id);
        Assert.Null(await desk.PayAsync(await desk.OfferAsync(id), PayoutDesk.GoodCard));
        await desk.UntilAsync(id, topUps => topUps is [{ CompletedAt: not null }]);

        Assert.True(host.Services.GetRequiredService<MeterProvider>().ForceFlush());
        Assert.True(host.Services.GetRequiredService<TracerProvider>().ForceFlush());
        var (meters, traces) = (TextOf("/v1/metrics"), TextOf("/v1/traces"));
        foreach (var instrument in new[] { "kvell.payouts", "Completed", "kvell.undecided", "kvell.undecided.age", "kvell.gateway.duration", "/v1/orders/account2card" })
            Assert.Contains(instrument, meters, StringComparison.Ordinal);
        Assert.Contains("KVELL /v1/orders/account2card", traces, StringComparison.Ordinal);
        Assert.DoesNotContain(PayoutDesk.GoodCard, meters + traces, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_endpoint_nothing_is_collected()
    {
        await using var host = new KvellHost();
        Assert.Null(host.Services.GetService<MeterProvider>());
        Assert.Null(host.Services.GetService<TracerProvider>());
    }

    private string TextOf(string path) => string.Concat(_received.Where(received => received.Path == path).Select(received => Encoding.UTF8.GetString(received.Body)));
}
