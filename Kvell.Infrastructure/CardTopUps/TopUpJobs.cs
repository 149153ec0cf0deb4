using Hangfire;
using Kvell.Domain.CardTopUps;
using Kvell.Infrastructure.Gateway;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kvell.Infrastructure.CardTopUps;

/// <summary>A wake-up of one top-up. It carries the id alone; the row says whether and what.</summary>
[AutomaticRetry(Attempts = 0, LogEvents = false)]
public sealed class TopUpJob(TopUpProcessor processor)
{
    [JobDisplayName("Пополнение карты: {0}")]
    public Task RunAsync(Guid topUpId) => processor.RunAsync(topUpId, TopUpVisit.BySchedule);
}

/// <summary>Each minute and at start: whatever is due by the database, whoever lost its job. Also erases cards whose time is over.</summary>
[AutomaticRetry(Attempts = 0, LogEvents = false)]
public sealed partial class TopUpSweep(
    IDbContextFactory<KvellDbContext> contexts, TopUpProcessor processor, IOptions<KvellOptions> options, TimeProvider clock, ILogger<TopUpSweep> logger)
{
    private const int Batch = 500;

    public async Task RunAsync()
    {
        var limits = new ParallelOptions { MaxDegreeOfParallelism = options.Value.Parallelism };
        await Parallel.ForEachAsync(await FindDueAsync(), limits, async (id, _) => await VisitAsync(id));
    }

    private async Task<List<Guid>> FindDueAsync()
    {
        await using var db = await contexts.CreateDbContextAsync();
        var now = clock.GetUtcNow().UtcDateTime;
        await CardKeeping.ForgetExpiredAsync(db, now);
        return await db.Set<CardTopUp>().Where(CardTopUp.IsDue(now)).OrderBy(topUp => topUp.NextActionAt).Select(topUp => topUp.Id).Take(Batch).ToListAsync();
    }

    private async Task VisitAsync(Guid id)
    {
        try
        {
            await processor.RunAsync(id, TopUpVisit.BySchedule);
        }
        catch (Exception exception)
        {
            // One row's fault must not keep the others from their outcome.
            LogFailed(id, exception);
        }
    }

    [LoggerMessage(LogLevel.Error, "Top-up {TopUpId}: the sweep's visit failed.")]
    private partial void LogFailed(Guid topUpId, Exception exception);
}
