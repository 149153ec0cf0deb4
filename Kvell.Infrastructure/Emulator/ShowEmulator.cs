using Kvell.Domain.Common;

namespace Kvell.Infrastructure.Emulator;

/// <summary>What the emulator's page shows, the newest first.</summary>
public sealed record EmulatorView(Uri? Url, bool IsOffline, double Speed, IReadOnlyList<EmulatorOrder> Orders, IReadOnlyList<EmulatorCall> Calls);

/// <summary>The ledger, the calls and the switches of the demo's gateway.</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights, UserRole.Administrator)]
public sealed class ShowEmulator(EmulatorFile file, EmulatorControl control, TimeProvider time) : IUseCase
{
    private const int Shown = 50;

    public Task<EmulatorView> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        cancellationToken.ThrowIfCancellationRequested();
        var now = time.GetUtcNow().UtcDateTime;
        var (orders, calls) = file.Run(session => (session.Orders(now), session.Calls()));
        return Task.FromResult(new EmulatorView(
            control.Url, control.IsOffline, control.Speed, [.. orders.Reverse().Take(Shown)], [.. calls.Reverse().Take(Shown)]));
    }
}

/// <summary>«Нет связи»: no connection gets through, until it is switched back.</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights, UserRole.Administrator)]
public sealed class SwitchEmulator(EmulatorControl control) : IUseCase
{
    public Task ExecuteAsync(Actor actor, bool isOffline, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        return control.SetOfflineAsync(isOffline, cancellationToken);
    }
}

/// <summary>How fast the emulator's own seconds run, from the next payout on.</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights, UserRole.Administrator)]
public sealed class SetEmulatorSpeed(EmulatorControl control) : IUseCase
{
    /// <exception cref="ArgumentOutOfRangeException">Not above 0 and at most 1000.</exception>
    public Task ExecuteAsync(Actor actor, double speed, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        cancellationToken.ThrowIfCancellationRequested();
        control.Speed = speed;
        return Task.CompletedTask;
    }
}
