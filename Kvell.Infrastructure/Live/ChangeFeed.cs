using System.Collections.Immutable;
using System.Data.Common;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kvell.Infrastructure.Live;

/// <summary>
/// Tells this server's open pages what changed, whoever changed it: reads the table once a second while anyone listens, and
/// at once after a commit of this process.
/// </summary>
public sealed partial class ChangeFeed(
    IDbContextFactory<KvellDbContext> contexts, ChangeSignal signal, TimeProvider time, ILogger<ChangeFeed> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PaceUnheard = TimeSpan.FromHours(1);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private readonly ChangeReader _reader = new(contexts);
    private readonly SemaphoreSlim _gate = new(1);
    private ImmutableList<ChangeSubscription> _subscriptions = [];
    private DateTime _forgetAt;

    /// <summary>Every change committed after this returns will be told, on a thread of the feed's: a component marshals by <c>InvokeAsync</c>.</summary>
    public async Task<IDisposable> SubscribeAsync(
        IReadOnlyCollection<ChangeKind> kinds, Func<IReadOnlyList<Change>, Task> onChanges, CancellationToken cancellationToken = default)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_subscriptions.IsEmpty)
                await _reader.StartAsync(cancellationToken);
            var subscription = new ChangeSubscription(kinds, onChanges, Remove, log);
            ImmutableInterlocked.Update(ref _subscriptions, all => all.Add(subscription));
            signal.Ring();
            return subscription;
        }
        finally
        {
            _gate.Release();
        }
    }

    public override void Dispose()
    {
        _gate.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await signal.WaitAsync(_subscriptions.IsEmpty ? PaceUnheard : Pace, stoppingToken);
                await TellAsync(stoppingToken);
                await ForgetOldAsync(stoppingToken);
            }
            catch (DbException exception)
            {
                LogUnreadable(exception);
                await Task.Delay(Pace, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task TellAsync(CancellationToken cancellationToken)
    {
        if (_subscriptions.IsEmpty)
            return;
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var changes = await _reader.ReadAsync(cancellationToken);
            foreach (var subscription in _subscriptions)
                subscription.Tell(changes);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task ForgetOldAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (now < _forgetAt)
            return;
        _forgetAt = now + PaceUnheard;
        var old = now - Kept;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Set<Change>().Where(change => change.At < old).ExecuteDeleteAsync(cancellationToken);
    }

    private void Remove(ChangeSubscription subscription) =>
        ImmutableInterlocked.Update(ref _subscriptions, all => all.Remove(subscription));

    [LoggerMessage(Level = LogLevel.Warning, Message = "The table of changes could not be read; trying again")]
    private partial void LogUnreadable(Exception exception);
}
