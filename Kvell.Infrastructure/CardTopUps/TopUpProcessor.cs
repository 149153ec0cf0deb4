using Kvell.Domain.CardTopUps;
using Kvell.Domain.Gateway;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Kvell.Infrastructure.CardTopUps;

/// <summary>
/// Carries out what a top-up says is next: claim, load, write ahead, call, record; then asks again. Everybody who wants something
/// of a top-up (a press, a job, the sweep) comes through here, and nobody's cancellation reaches in (rule 8).
/// </summary>
public sealed partial class TopUpProcessor(
    IDbContextFactory<KvellDbContext> contexts, TopUpClaims claims, TopUpWriteAhead writeAhead, OutcomeRecorder recorder, IPayoutGateway gateway, ILogger<TopUpProcessor> logger)
{
    /// <summary>A visit ends by itself: a press makes a check of each closed number and a send, a job one call.</summary>
    private const int MostStepsAVisit = 200;

    private static readonly string Server = $"{Environment.ProcessId}@{Environment.MachineName}"[..Math.Min(30, $"{Environment.ProcessId}@{Environment.MachineName}".Length)];

    /// <returns>The last step: a <see cref="TopUpStep.Refuse"/> carries its sentence.</returns>
    public async Task<TopUpStep> RunAsync(Guid id, TopUpVisit visit)
    {
        TopUpStep step = new TopUpStep.Nothing();
        for (var i = 0; i < MostStepsAVisit; i++)
        {
            var worker = $"{Server}/{Guid.NewGuid():N}";
            if (!await ClaimAsync(id, visit, worker))
                return step;
            step = await StepAsync(id, visit, worker);
            if (IsLast(step, visit))
                return step;
        }

        return step;
    }

    private Task<bool> ClaimAsync(Guid id, TopUpVisit visit, string worker) => visit.Intent is TopUpIntent.Press or TopUpIntent.AskClosed or TopUpIntent.Confirm
        ? claims.WaitToClaimAsync(id, worker)
        : claims.TryClaimAsync(id, worker, onlyIfDue: visit.IsScheduled);

    private static bool IsLast(TopUpStep step, TopUpVisit visit) => step switch
    {
        TopUpStep.Check => visit.Intent is not (TopUpIntent.Press or TopUpIntent.AskClosed),
        TopUpStep.Recover => false,
        _ => true,
    };

    private async Task<TopUpStep> StepAsync(Guid id, TopUpVisit visit, string worker)
    {
        TopUpStep step = new TopUpStep.Nothing();
        TopUpCall? call = null;
        try
        {
            await using var db = await contexts.CreateDbContextAsync();
            (step, call) = await writeAhead.PrepareAsync(db, id, visit, worker);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody changed the row or the operation first: a write-ahead abandons (rule 6).
            await claims.ReleaseAsync(id, worker);
            return new TopUpStep.Nothing();
        }
        catch (Exception exception)
        {
            // The commit failed or its result isn't known: nothing is sent (rule 2).
            LogWriteAheadFailed(id, exception);
            await recorder.AbandonAsync(id, call, worker);
            return new TopUpStep.Nothing();
        }

        if (call is not null)
            await recorder.RecordAsync(call, await call.Invoke(gateway, call.Guard.MayBegin));
        return step;
    }

    [LoggerMessage(LogLevel.Error, "Top-up {TopUpId}: the write-ahead failed or its result is unknown; nothing was sent.")]
    private partial void LogWriteAheadFailed(Guid topUpId, Exception exception);
}
