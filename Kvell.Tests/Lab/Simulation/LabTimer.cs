using Kvell.Infrastructure.CardTopUps;
using Kvell.Tests.Lab.Faults;
using Kvell.Tests.Lab.Time;

namespace Kvell.Tests.Lab.Simulation;

/// <summary>Wake-ups as a job queue gives them: up to a second late, now and then twice, and one in ten never.</summary>
/// <param name="wake">Called when a wake-up comes.</param>
internal sealed class LabTimer(VirtualClock clock, Misfortune misfortune, Action<Guid> wake) : ITopUpTimer
{
    public void Plan(Guid topUpId, DateTime? at)
    {
        if (at is not { } due || misfortune.Chance(10))
            return;
        for (var i = misfortune.Chance(5) ? 2 : 1; i > 0; i--)
            clock.At(due + misfortune.Between(0, 1), () => wake(topUpId));
    }
}
