using System.Net;
using System.Text.Json;
using Kvell.Infrastructure.Persistence;
using Kvell.Tests.Hosting;
using Kvell.Tests.Web.Look;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kvell.Tests.Operation;

/// <summary>What a service manager or a balancer asks, without signing in.</summary>
public sealed class HealthTests : IAsyncDisposable
{
    private readonly Outage _outage = new();
    private readonly MovableTime _time = new();
    private readonly KvellHost _host;

    public HealthTests() => _host = new KvellHost(new KvellHostOptions { Time = _time, Services = services => services.AddSingleton<IInterceptor>(_outage) });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_healthy_server_is_live_and_ready()
    {
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("live")).Status);
        var (status, checks) = await AskAsync("ready");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.All(checks, check => Assert.Equal("Healthy", check.Value));
        Assert.Superset(new HashSet<string> { "database", "migrations", "clock", "signing" }, checks.Keys.ToHashSet());
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_not_ready_and_the_process_still_lives()
    {
        using (_outage.Of("SELECT 1"))
            await ExpectUnhealthyAsync("database");
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("ready")).Status);
    }

    [Fact]
    public async Task A_clock_that_went_astray_is_not_ready()
    {
        _time.Ahead = TimeSpan.FromSeconds(6);
        await ExpectUnhealthyAsync("clock");
        _time.Ahead = TimeSpan.FromSeconds(4);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("ready")).Status);
    }

    [Theory]
    [InlineData("DELETE FROM __EFMigrationsHistory")]
    [InlineData("INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_FromTheFuture', '10.0.15')")]
    public async Task A_database_of_another_version_is_not_ready(string change)
    {
        await using (var db = await _host.Services.GetRequiredService<IDbContextFactory<KvellDbContext>>().CreateDbContextAsync(Cancellation))
            await db.Database.ExecuteSqlRawAsync(change, Cancellation);
        await ExpectUnhealthyAsync("migrations");
    }

    private async Task ExpectUnhealthyAsync(string check)
    {
        var (status, checks) = await AskAsync("ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal([check], checks.Where(entry => entry.Value != "Healthy").Select(entry => entry.Key));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("live")).Status);
    }

    private async Task<(HttpStatusCode Status, Dictionary<string, string> Checks)> AskAsync(string what)
    {
        using var stranger = new HttpClient { BaseAddress = _host.Address };
        using var answer = await stranger.GetAsync(new Uri("/health/" + what, UriKind.Relative), Cancellation);
        if (what == "live")
            return (answer.StatusCode, []);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
        return (answer.StatusCode, json.RootElement.GetProperty("checks").EnumerateObject().ToDictionary(check => check.Name, check => check.Value.GetString()!));
    }
}
