using Kvell.Infrastructure.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Kvell.Infrastructure.Sealing;

public static class SealingServices
{
    /// <summary>Data Protection with its keys in the database, shared by every server.</summary>
    public static IServiceCollection AddKvellSealing(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("Kvell").PersistKeysToDbContext<KvellDbContext>();
        services.AddSingleton<Seals>();
        return services;
    }
}
