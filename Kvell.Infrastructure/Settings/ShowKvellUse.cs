using Kvell.Domain.Common;
using Kvell.Domain.Settings;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Settings;

/// <summary>Is the policy's flag on? Where it is off, pages of pledges show no trace of KVELL.</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights, UserRole.Administrator)]
public sealed class ShowKvellUse(IDbContextFactory<KvellDbContext> contexts) : IUseCase
{
    public async Task<bool> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.IsKvellInUseAsync(cancellationToken);
    }
}

internal static class PolicyQueries
{
    public static Task<bool> IsKvellInUseAsync(this KvellDbContext db, CancellationToken cancellationToken) =>
        db.Set<AccountingPolicy>().AnyAsync(policy => policy.UseKvell, cancellationToken);

    /// <summary>«День выдачи входит в проценты»</summary>
    public static Task<bool> IssueDayBearsInterestAsync(this KvellDbContext db, CancellationToken cancellationToken) =>
        db.Set<AccountingPolicy>().AnyAsync(policy => policy.IssueDayBearsInterest, cancellationToken);
}
