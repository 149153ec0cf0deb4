using Kvell.Domain.CardTopUps;
using Kvell.Domain.Gateway;
using Kvell.Domain.Settings;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Kvell.Infrastructure.RequestLog;

/// <summary>
/// Erases the bodies of the log's rows that are older than the policy keeps them. The rows stay: when, what and how it ended.
/// Never those of a payout whose outcome isn't known.
/// </summary>
public sealed partial class ForgetLogBodies(IDbContextFactory<KvellDbContext> contexts, TimeProvider time, ILogger<ForgetLogBodies> log)
{
    private const int Batch = 500;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow().UtcDateTime.AddDays(-await KeptDaysAsync(cancellationToken));
        var total = 0;

        // A short commit for each batch, since payouts wait for nobody's housekeeping; and each begins where the last one ended.
        for (var from = DateTime.MinValue; await EraseBatchAsync(from, before, cancellationToken) is { } batch; from = batch.Through)
            total += batch.Count;
        if (total > 0)
            BodiesErased(log, total);
    }

    private async Task<int> KeptDaysAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var stored = await db.Set<AccountingPolicy>().Select(policy => (int?)policy.LogBodiesKeptDays).SingleOrDefaultAsync(cancellationToken);
        return stored ?? AccountingPolicy.DefaultLogBodiesKeptDays;
    }

    /// <returns>How many were erased, and up to which time; null where there was nothing more.</returns>
    private async Task<(int Count, DateTime Through)?> EraseBatchAsync(DateTime from, DateTime before, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var undecided = db.Set<CardTopUp>().Where(CardTopUp.IsUndecided).Select(topUp => (Guid?)topUp.Id);
        var rows = await db.Set<GatewayRequest>()
            .Where(request => request.StartedAt >= from && request.StartedAt < before && (request.RequestBody != null || request.ResponseBody != null))
            .Where(request => !undecided.Contains(request.TopUpId))
            .OrderBy(request => request.StartedAt)
            .Select(request => new { request.Id, request.StartedAt })
            .Take(Batch)
            .ToListAsync(cancellationToken);
        if (rows.Count == 0)
            return null;
        var ids = rows.Select(row => row.Id).ToList();
        await db.Set<GatewayRequest>().Where(request => ids.Contains(request.Id)).ExecuteUpdateAsync(
            row => row.SetProperty(request => request.RequestBody, (string?)null).SetProperty(request => request.ResponseBody, (string?)null), cancellationToken);
        return (rows.Count, rows[^1].StartedAt);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The bodies of {Count} old rows of the request log were erased")]
    private static partial void BodiesErased(ILogger logger, int count);
}
