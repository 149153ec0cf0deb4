using Kvell.Infrastructure.Demo;
using Kvell.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kvell.Tests.Demo;

public sealed class DemoClockTests
{
    private static readonly DateTimeOffset Then = new(2022, 10, 24, 12, 0, 0, TimeSpan.FromHours(3));

    [Fact]
    public async Task The_demo_s_clock_starts_where_it_was_told_and_goes_on()
    {
        await using var host = new KvellHost(new KvellHostOptions
        {
            Settings = new Dictionary<string, string> { [DemoOptions.NowKey] = "2022-10-24T12:00:00+03:00" },
        });
        var clock = host.Services.GetRequiredService<TimeProvider>();
        var first = clock.GetUtcNow();
        Assert.InRange(first, Then, Then.AddMinutes(5));
        Assert.InRange(clock.GetUtcNow(), first.AddTicks(1), Then.AddMinutes(5));
    }
}
