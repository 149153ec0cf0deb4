using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Kvell.Infrastructure.Live;

public static class LiveServices
{
    public static IServiceCollection AddKvellLive(this IServiceCollection services)
    {
        services.AddSingleton<ChangeSignal>();
        services.AddSingleton<IInterceptor, ChangeRecorder>();
        services.AddSingleton<ChangeFeed>();
        services.AddHostedService(provider => provider.GetRequiredService<ChangeFeed>());
        return services;
    }
}
