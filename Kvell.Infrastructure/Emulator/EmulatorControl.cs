namespace Kvell.Infrastructure.Emulator;

/// <summary>The emulator's switches, for its page and for tests. They are this server's own and end with it.</summary>
public sealed class EmulatorControl
{
    public const double MaxSpeed = 1000;

    private readonly EmulatorListener _listener;
    private readonly EmulatorPace _pace;

    internal EmulatorControl(EmulatorListener listener, EmulatorPace pace) => (_listener, _pace) = (listener, pace);

    /// <summary>Where it listens inside the application; null before the start, and when it runs alone.</summary>
    public Uri? Url => _listener.Url;

    /// <summary>«Нет связи»: the port is closed and every connection refused.</summary>
    public bool IsOffline => _listener.IsOffline;

    /// <summary>From above 0 to 1000; 1 is the card table's own seconds. Counts from the next payout on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside those bounds.</exception>
    public double Speed
    {
        get => _pace.Speed;
        set
        {
            if (!double.IsFinite(value) || value is <= 0 or > MaxSpeed)
                throw new ArgumentOutOfRangeException(nameof(value), value, "Above 0, at most 1000.");
            _pace.Speed = value;
        }
    }

    /// <summary>Closes the port, cutting what is in flight, or opens the same one again. Done when that is true.</summary>
    public Task SetOfflineAsync(bool isOffline, CancellationToken cancellationToken) => _listener.SetOfflineAsync(isOffline, cancellationToken);
}
