using Kvell.Domain.Gateway;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kvell.Tests.Lab.Simulation;

/// <summary>
/// The processor with rule 2 broken: it sends under a number made by chance, and commits what should have been written ahead after that.
/// With the product's own numbers the late commit alone pays nothing twice, for the number is the same when it is made again.
/// </summary>
internal static class CarelessDesk
{
    public static string NumberByChance(Guid operationId, int attempt) => Guid.NewGuid().ToString("D");

    public static async Task VisitAsync(IServiceProvider services, Guid topUpId, TopUpVisit visit)
    {
        var worker = Guid.NewGuid().ToString("N");
        if (!await services.GetRequiredService<TopUpClaims>().TryClaimAsync(topUpId, worker, visit.IsScheduled))
            return;
        await using var db = await services.GetRequiredService<IDbContextFactory<KvellDbContext>>().CreateDbContextAsync();
        var (_, call) = await services.GetRequiredService<TopUpWriteAhead>().PrepareAsync(db, topUpId, visit, worker);
        var answer = call is null ? null : await call.Invoke(services.GetRequiredService<IPayoutGateway>(), call.Guard.MayBegin);
        await db.SaveChangesAsync();
        if (call is not null)
            await services.GetRequiredService<OutcomeRecorder>().RecordAsync(call, answer!);
    }
}
