using Hangfire;
using Microsoft.Extensions.Logging;

namespace Kvell.Infrastructure.CardTopUps;

/// <summary>Wake-ups by Hangfire's schedule, polled each second.</summary>
public sealed partial class HangfireTopUpTimer(IBackgroundJobClient jobs, TimeProvider clock, ILogger<HangfireTopUpTimer> logger) : ITopUpTimer
{
    /// <summary>Hangfire's schedule cuts off what is below a second, and a job that comes before its time finds nothing due and is lost.</summary>
    private static readonly TimeSpan Unit = TimeSpan.FromSeconds(1);

    public void Plan(Guid topUpId, DateTime? at)
    {
        if (at is null)
            return;
        var delay = at.Value - clock.GetUtcNow().UtcDateTime;
        try
        {
            jobs.Schedule<TopUpJob>(job => job.RunAsync(topUpId), delay > TimeSpan.Zero ? delay + Unit : TimeSpan.Zero);
        }
        catch (BackgroundJobClientException exception)
        {
            // The outcome is committed and the sweep reads the row: a lost wake-up must not look like a failed payout.
            LogNotPlanned(topUpId, exception);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Top-up {TopUpId}: no wake-up could be planned; the sweep will come.")]
    private partial void LogNotPlanned(Guid topUpId, Exception exception);
}
