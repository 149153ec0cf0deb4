using System.Data;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kvell.Infrastructure.Demo;

/// <summary>Runs the demo's steps, each in a transaction of its own that no second process can enter at the same time.</summary>
public sealed class DemoData(
    IEnumerable<IDemoSeeder> seeders, IDbContextFactory<KvellDbContext> contexts, Seals seals, IOptions<DemoOptions> options)
{
    public async Task SeedAsync(CancellationToken cancellationToken = default)
    {
        if (!options.Value.Enabled)
            return;

        // The first sealing writes a key through a connection of its own, which would wait for a step's transaction.
        seals.Body.Protect([0]);
        foreach (var seeder in seeders.OrderBy(seeder => seeder.Order))
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await using var step = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
            await seeder.SeedAsync(db, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await step.CommitAsync(cancellationToken);
        }
    }
}
