using Kvell.Tests.Lab.Faults;
using Kvell.Tests.Lab.Time;
using Microsoft.Extensions.DependencyInjection;

namespace Kvell.Tests.Lab.Simulation;

/// <summary>
/// A server with one thread of work. When it dies, what it was doing is cut off where it was, half of what it had queued is
/// lost, and after a while it starts anew with empty memory.
/// </summary>
internal sealed class LabServer(VirtualClock clock, Misfortune misfortune, Func<ServiceProvider> start) : IDisposable
{
    private readonly Queue<Func<IServiceProvider, Task>> _queue = new();
    private ServiceProvider _services = start();
    private bool _isBusy;

    /// <summary>What came out of jobs and presses.</summary>
    public List<Exception> Failures { get; } = [];

    public void Enqueue(Func<IServiceProvider, Task> work)
    {
        _queue.Enqueue(work);
        if (!_isBusy)
            Plan(TimeSpan.Zero);
    }

    public void Dispose() => _services.Dispose();

    private void Plan(TimeSpan after)
    {
        _isBusy = true;
        clock.At(clock.UtcNow + after, TakeNext);
    }

    private void TakeNext()
    {
        if (_queue.TryDequeue(out var work))
            Flow.Start(clock, () => work(_services), Ended);
        else
            _isBusy = false;
    }

    private void Ended(FlowEnd end)
    {
        if (end.Failure is { } failure)
            Failures.Add(failure);
        if (!end.Died)
        {
            Plan(TimeSpan.Zero);
            return;
        }

        for (var i = _queue.Count; i > 0; i--)
        {
            var queued = _queue.Dequeue();
            if (misfortune.Chance(50))
                _queue.Enqueue(queued);
        }

        _services = start();
        Plan(misfortune.Between(2, 60));
    }
}
