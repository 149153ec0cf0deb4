namespace Kvell.Infrastructure.Gateway.Signing;

/// <summary>Can this server sign? What its last check said; null until the first one is over.</summary>
public sealed class SigningHealth
{
    private volatile SigningReport? _last;

    public SigningReport? Last => _last;

    internal void Note(SigningReport report) => _last = report;
}
