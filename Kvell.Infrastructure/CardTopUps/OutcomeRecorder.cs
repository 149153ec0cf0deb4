using Kvell.Domain.CardTopUps;
using Kvell.Domain.Gateway;
using Kvell.Infrastructure.Operation;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Kvell.Infrastructure.CardTopUps;

/// <summary>
/// Records outcomes: the top-up, the log's row and the card's erasure in one commit. On a conflict it loads anew in a new context
/// and decides again (rule 6); a commit whose answer was lost is simply made again, since recording twice is recording once.
/// </summary>
public sealed partial class OutcomeRecorder(
    IDbContextFactory<KvellDbContext> contexts, ITopUpTimer timer, TimeProvider clock, ILogger<OutcomeRecorder> logger)
{
    private const int MostConflicts = 50;

    private const int MostFailures = 8;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public async Task RecordAsync(TopUpCall call, GatewayAnswer answer)
    {
        var (before, after) = (TopUpState.New, TopUpState.New);
        await RetryAsync(call.TopUpId, async db =>
        {
            var topUp = await db.LoadTopUpAsync(call.TopUpId);
            before = topUp.State;
            await ApplyAsync(db, topUp, call, answer);
            after = topUp.State;
            return topUp;
        });
        if (after != before)
            PayoutMeter.Decided(after);
    }

    /// <summary>
    /// After a write-ahead whose result isn't known: if it did get in, no byte of it left; if not, only the lease is given back.
    /// </summary>
    public Task AbandonAsync(Guid id, TopUpCall? call, string worker) => RetryAsync(id, async db =>
    {
        var topUp = await db.LoadTopUpAsync(id);
        if (call is not null && topUp.LeaseOwner == worker && call.IsMine(topUp))
            await ApplyAsync(db, topUp, call, GatewayAnswer.NotSent("Запись перед отправкой не подтвердилась, ничего не отправлено"));
        else
            topUp.Release(worker);
        return topUp;
    });

    private static async Task ApplyAsync(KvellDbContext db, CardTopUp topUp, TopUpCall call, GatewayAnswer answer)
    {
        call.Record(topUp, answer);
        var row = await db.Set<GatewayRequest>().SingleAsync(request => request.Id == call.LogId);
        row.Close(answer, AnswerMeaning.SaysCompleted(answer));
        await CardKeeping.NoteOutcomeAsync(db, topUp);
    }

    private async Task RetryAsync(Guid id, Func<KvellDbContext, Task<CardTopUp>> change)
    {
        for (int conflicts = 0, failures = 0; ;)
        {
            try
            {
                await using var db = await contexts.CreateDbContextAsync();
                var topUp = await change(db);
                await db.SaveChangesAsync();
                timer.Plan(id, topUp.NextActionAt);
                return;
            }
            catch (DbUpdateConcurrencyException) when (++conflicts < MostConflicts)
            {
                // Another commit came first: load anew and decide again, at once.
            }
            catch (Exception exception) when (++failures < MostFailures)
            {
                LogRetry(id, failures, exception);
                await Task.Delay(Pause * failures, clock);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Top-up {TopUpId}: recording an outcome failed, try {Try}.")]
    private partial void LogRetry(Guid topUpId, int @try, Exception exception);
}
