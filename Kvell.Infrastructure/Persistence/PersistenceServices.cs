using Kvell.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kvell.Infrastructure.Persistence;

public static class PersistenceServices
{
    /// <summary>A pooled factory per provider, seen by everybody as <c>IDbContextFactory&lt;KvellDbContext&gt;</c>.</summary>
    public static IServiceCollection AddKvellPersistence(this IServiceCollection services, IConfiguration configuration)
    {
        var provider = configuration.GetValue(DatabaseOptions.Section + ":" + nameof(DatabaseOptions.Provider), DatabaseProvider.Sqlite);
        var connection = configuration.GetConnectionString("Kvell")
            ?? throw new SettingException("ConnectionStrings:Kvell: строка подключения к базе данных не задана.");
        if (provider == DatabaseProvider.SqlServer)
        {
            services.AddPooledDbContextFactory<SqlServerKvellDbContext>((provider, options) =>
                options.UseSqlServer(connection).AddInterceptors(provider.GetServices<IInterceptor>()));
            services.AddSingleton<IDbContextFactory<KvellDbContext>, FactoryAdapter<SqlServerKvellDbContext>>();
        }
        else
        {
            services.AddPooledDbContextFactory<SqliteKvellDbContext>((provider, options) =>
                options.UseKvellSqlite(connection).AddInterceptors(provider.GetServices<IInterceptor>()));
            services.AddSingleton<IDbContextFactory<KvellDbContext>, FactoryAdapter<SqliteKvellDbContext>>();
        }

        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<KvellDbContext>>().CreateDbContext());
        services.AddSingleton<DatabaseStarter>();
        return services;
    }

    public static DbContextOptionsBuilder UseKvellSqlite(this DbContextOptionsBuilder options, string connection) =>
        options.UseSqlite(connection).AddInterceptors(new SqlitePragmas());

    /// <summary>
    /// <c>IDbContextFactory</c> isn't covariant. A context comes with its connection open, and keeps it: otherwise each command
    /// opens one, and on SQLite that is our pragmas and EF's twenty functions every time, dearer than most of our commands.
    /// </summary>
    private sealed class FactoryAdapter<T>(IDbContextFactory<T> factory) : IDbContextFactory<KvellDbContext>
        where T : KvellDbContext
    {
        public KvellDbContext CreateDbContext() => factory.CreateDbContext();

        public async Task<KvellDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default)
        {
            var db = await factory.CreateDbContextAsync(cancellationToken);
            try
            {
                await db.Database.OpenConnectionAsync(cancellationToken);
                return db;
            }
            catch
            {
                await db.DisposeAsync();
                throw;
            }
        }
    }
}
