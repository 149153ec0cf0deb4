using Kvell.Infrastructure.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kvell.Infrastructure.Demo;

public static class DemoServices
{
    /// <summary>The application's clock: the system's, or in the demo one that starts at <c>Demo:Now</c>.</summary>
    public static IServiceCollection AddKvellClock(this IServiceCollection services, IConfiguration configuration)
    {
        var now = configuration.GetValue<DateTimeOffset?>(DemoOptions.NowKey);
        services.TryAddSingleton(now is { } start ? ShiftedTimeProvider.StartingAt(start) : TimeProvider.System);
        services.TryAddSingleton<IDatabaseClock>(provider => new DatabaseClock((provider.GetRequiredService<TimeProvider>() as ShiftedTimeProvider)?.Shift ?? TimeSpan.Zero));
        return services;
    }

    public static IServiceCollection AddKvellDemo(this IServiceCollection services)
    {
        services.AddScoped<DemoData>();
        services.AddScoped<IDemoSeeder, DemoBranches>();
        services.AddScoped<IDemoSeeder, DemoUsers>();
        services.AddScoped<IDemoSeeder, DemoRequestLog>();
        services.AddScoped<IDemoSeeder, DemoRates>();
        services.AddScoped<IDemoSeeder, DemoPledgors>();
        return services;
    }
}
