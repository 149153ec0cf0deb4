using System.Collections.Concurrent;
using Kvell.Domain.CardTopUps;
using Kvell.Infrastructure.Gateway;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kvell.Infrastructure.CardTopUps;

/// <summary>
/// Sends what presses ask for, apart from any page (rule 8): closing a tab cuts nothing. A shutdown lets what is in flight end
/// and takes up nothing more; what it left stays <c>New</c> and stands on the desk.
/// </summary>
public sealed partial class TopUpSender(TopUpProcessor processor, IOptions<KvellOptions> options, ILogger<TopUpSender> logger) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();

    private readonly ConcurrentDictionary<Task, bool> _running = new();

    private readonly ConcurrentDictionary<Guid, bool> _queued = new();

    /// <summary>Whether a press on this server has still to begin with it: it goes out by itself.</summary>
    public bool IsQueued(Guid topUpId) => _queued.ContainsKey(topUpId);

    /// <summary>Begins a press's payouts, up to <see cref="KvellOptions.Parallelism"/> at once, and returns at once.</summary>
    /// <returns>Ends when the whole press was carried out; nobody needs to wait for it.</returns>
    public Task Start(IReadOnlyCollection<(Guid TopUpId, TopUpVisit Visit)> press)
    {
        var limits = new ParallelOptions { MaxDegreeOfParallelism = options.Value.Parallelism, CancellationToken = _stopping.Token };
        foreach (var (topUpId, _) in press)
            _queued[topUpId] = true;
        var run = Task.Run(() => Parallel.ForEachAsync(press, limits, async (item, _) =>
        {
            _queued.TryRemove(item.TopUpId, out var _);
            await RunGuardedAsync(item.TopUpId, item.Visit);
        }));
        Track(run);
        return run;
    }

    /// <summary>One visit that a person waits for; it goes on when he leaves.</summary>
    public async Task<TopUpStep> RunAsync(Guid topUpId, TopUpVisit visit)
    {
        var run = Task.Run(() => RunGuardedAsync(topUpId, visit));
        Track(run);
        return await run;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_running.Keys).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Only stops, as the framework's own services do: a host may be stopped again after it has gone, and a source without a timer holds nothing.</summary>
    public void Dispose() => _stopping.Cancel();

    private void Track(Task work)
    {
        _running.TryAdd(work, true);
        work.ContinueWith(done => _running.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private async Task<TopUpStep> RunGuardedAsync(Guid topUpId, TopUpVisit visit)
    {
        try
        {
            return await processor.RunAsync(topUpId, visit);
        }
        catch (Exception exception)
        {
            LogFailed(topUpId, exception);
            return new TopUpStep.Nothing();
        }
    }

    [LoggerMessage(LogLevel.Error, "Top-up {TopUpId}: a visit failed; the sweep will find the outcome.")]
    private partial void LogFailed(Guid topUpId, Exception exception);
}
