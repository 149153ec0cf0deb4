using Kvell.Domain.CardTopUps;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Kvell.Infrastructure.CardTopUps;

/// <summary>Rule 6: the one conditional UPDATE by which a worker takes a top-up, just before its call.</summary>
public sealed partial class TopUpClaims(
    IDbContextFactory<KvellDbContext> contexts, IDatabaseClock databaseClock, TimeProvider clock, ProtocolSettings settings, ILogger<TopUpClaims> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);

    /// <param name="onlyIfDue">A job's visit: nothing is claimed before its time.</param>
    /// <returns>False when somebody else has it, it isn't due, or this server's clock can't be trusted.</returns>
    public async Task<bool> TryClaimAsync(Guid id, string worker, bool onlyIfDue)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var now = clock.GetUtcNow().UtcDateTime;
        if (!await IsClockRightAsync(db, now))
            return false;
        var free = db.Set<CardTopUp>().Where(topUp => topUp.Id == id).Where(CardTopUp.LeaseIsFree(now));
        if (onlyIfDue)
            free = free.Where(CardTopUp.IsDue(now));
        var until = now + settings.Lease;
        var taken = await free.ExecuteUpdateAsync(row => row
            .SetProperty(topUp => topUp.LeaseOwner, worker)
            .SetProperty(topUp => topUp.LeaseUntil, until)
            .SetProperty(topUp => topUp.Version, topUp => topUp.Version + 1));
        return taken == 1;
    }

    /// <summary>
    /// <see cref="TryClaimAsync"/> for somebody who waits at the desk: another visit may be asking KVELL about a refused number, or about
    /// one that waits for its code, just now. That ends within a time-out, and a press or a code must not fall flat because of it.
    /// </summary>
    public async Task<bool> WaitToClaimAsync(Guid id, string worker)
    {
        for (var patience = settings.RequestTimeout; ; patience -= Pause)
        {
            if (await TryClaimAsync(id, worker, onlyIfDue: false))
                return true;
            if (patience <= TimeSpan.Zero || !await IsBeingCheckedAsync(id))
                return false;
            await Task.Delay(Pause, clock);
        }
    }

    /// <summary>Gives back what this worker took and couldn't use; what ran out or was taken since is left alone.</summary>
    public async Task ReleaseAsync(Guid id, string worker)
    {
        await using var db = await contexts.CreateDbContextAsync();
        await db.Set<CardTopUp>().Where(topUp => topUp.Id == id && topUp.LeaseOwner == worker).ExecuteUpdateAsync(row => row
            .SetProperty(topUp => topUp.LeaseOwner, (string?)null)
            .SetProperty(topUp => topUp.LeaseUntil, (DateTime?)null)
            .SetProperty(topUp => topUp.Version, topUp => topUp.Version + 1));
    }

    private async Task<bool> IsBeingCheckedAsync(Guid id)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var now = clock.GetUtcNow().UtcDateTime;
        return await db.Set<CardTopUp>().AnyAsync(topUp =>
            topUp.Id == id && (topUp.State == TopUpState.Declined || topUp.State == TopUpState.AwaitingCode) && topUp.LeaseUntil > now);
    }

    private async Task<bool> IsClockRightAsync(KvellDbContext db, DateTime now)
    {
        var difference = now - await databaseClock.UtcNowAsync(db);
        if (difference.Duration() <= ProtocolSettings.ClockTolerance)
            return true;
        LogWrongClock(difference.TotalSeconds);
        return false;
    }

    [LoggerMessage(LogLevel.Error, "This server's clock is {Seconds} s from the database's: it claims and sends nothing. Set the clock.")]
    private partial void LogWrongClock(double seconds);
}
