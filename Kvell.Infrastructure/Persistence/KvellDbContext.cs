using Kvell.Domain.Common;
using Kvell.Infrastructure.Identity;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Persistence;

/// <summary>
/// The one context; a thin derived one per provider owns its migrations. Entities are reached by <c>Set&lt;T&gt;()</c>, and
/// each has a configuration class beside its feature.
/// </summary>
public abstract class KvellDbContext(DbContextOptions options)
    : IdentityDbContext<KvellUser, IdentityRole<Guid>, Guid>(options), IDataProtectionKeyContext
{
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        DemandJournalsUntouched();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        DemandJournalsUntouched();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Money>().HaveConversion<MoneyConverter>();
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(KvellDbContext).Assembly);
        if (Database.IsSqlServer())
            SearchedColumns.OrderBinary(builder);
    }

    private void DemandJournalsUntouched()
    {
        var touched = ChangeTracker.Entries<IAppendOnly>().FirstOrDefault(entry => entry.State is EntityState.Modified or EntityState.Deleted);
        if (touched is not null)
            throw new InvalidOperationException($"A row of {touched.Metadata.GetTableName()} is written once: it is never changed or deleted.");
    }
}

public sealed class SqliteKvellDbContext(DbContextOptions<SqliteKvellDbContext> options) : KvellDbContext(options);

public sealed class SqlServerKvellDbContext(DbContextOptions<SqlServerKvellDbContext> options) : KvellDbContext(options);
