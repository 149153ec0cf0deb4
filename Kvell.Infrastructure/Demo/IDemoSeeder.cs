using Kvell.Infrastructure.Persistence;

namespace Kvell.Infrastructure.Demo;

/// <summary>
/// One step of the demo's data, owned by its area. A step is one transaction, runs at every start, and adds nothing
/// where its data stand already.
/// </summary>
public interface IDemoSeeder
{
    /// <summary>Steps run from the lowest: branches 10, users 20, what hangs on them above.</summary>
    int Order { get; }

    Task SeedAsync(KvellDbContext db, CancellationToken cancellationToken);
}
