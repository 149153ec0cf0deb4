namespace Kvell.Infrastructure.Gateway.Signing;

/// <summary>Can this server sign? What its last check said; null until the first one is over.</summary>
public sealed class SigningHealth
{
    private readonly TaskCompletionSource _tried = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile SigningReport? _last;

    public SigningReport? Last => _last;

    /// <summary>Done when the first check is over.</summary>
    public Task Tried => _tried.Task;

    internal void Note(SigningReport report)
    {
        _last = report;
        _tried.TrySetResult();
    }
}
