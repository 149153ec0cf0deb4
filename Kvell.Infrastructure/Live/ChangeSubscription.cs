using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Kvell.Infrastructure.Live;

/// <summary>One page's ear: told of its kinds, one batch after another, on a task of its own.</summary>
internal sealed partial class ChangeSubscription : IDisposable
{
    private readonly Channel<IReadOnlyList<Change>> _batches = Channel.CreateUnbounded<IReadOnlyList<Change>>();
    private readonly IReadOnlyCollection<ChangeKind> _kinds;
    private readonly Func<IReadOnlyList<Change>, Task> _onChanges;
    private readonly Action<ChangeSubscription> _onDispose;
    private readonly ILogger _log;

    public ChangeSubscription(
        IReadOnlyCollection<ChangeKind> kinds, Func<IReadOnlyList<Change>, Task> onChanges, Action<ChangeSubscription> onDispose, ILogger log)
    {
        (_kinds, _onChanges, _onDispose, _log) = (kinds, onChanges, onDispose, log);
        _ = PumpAsync();
    }

    public void Tell(IReadOnlyList<Change> changes)
    {
        var mine = changes.Where(change => _kinds.Contains(change.Kind)).ToList();
        if (mine.Count > 0)
            _batches.Writer.TryWrite(mine);
    }

    public void Dispose()
    {
        _batches.Writer.TryComplete();
        _onDispose(this);
    }

    private async Task PumpAsync()
    {
        while (await _batches.Reader.WaitToReadAsync())
        {
            // A page that was slow to answer gets what came meanwhile in one piece.
            var changes = new List<Change>();
            while (_batches.Reader.TryRead(out var batch))
                changes.AddRange(batch);
            try
            {
                await _onChanges(changes);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                // One page's trouble is not another's: the rest of the feed goes on.
                LogPageFailed(exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A page could not show a change")]
    private partial void LogPageFailed(Exception exception);
}
