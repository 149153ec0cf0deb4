namespace Kvell.Infrastructure.Live;

/// <summary>Wakes the feed at once for this process's own commits; other servers' are found by the clock.</summary>
public sealed class ChangeSignal : IDisposable
{
    private readonly SemaphoreSlim _bell = new(0);

    public void Ring()
    {
        if (_bell.CurrentCount == 0)
            _bell.Release();
    }

    /// <summary>Until somebody rings, or <paramref name="longest"/> has passed.</summary>
    public Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken) => _bell.WaitAsync(longest, cancellationToken);

    public void Dispose() => _bell.Dispose();
}
