namespace Kvell.Tests.Lab.Time;

/// <summary>How a flow ended.</summary>
/// <param name="Died">Its server crashed: whatever it would have done next never happened.</param>
/// <param name="Failure">What came out of it, if anything did.</param>
internal sealed record FlowEnd(bool Died, Exception? Failure);

/// <summary>One thread of events on a server: a job or a press. It is awake, or it waits for the clock.</summary>
internal sealed class Flow
{
    private static readonly AsyncLocal<Flow?> Here = new();

    private readonly VirtualClock _clock;
    private readonly Action<FlowEnd> _ended;
    private bool _isAwake = true;
    private bool _isOver;

    private Flow(VirtualClock clock, Action<FlowEnd> ended) => (_clock, _ended) = (clock, ended);

    /// <summary>The flow that this code runs in.</summary>
    public static Flow? Current => Here.Value;

    /// <summary>Begins a flow: it runs at once, in this call, until it first waits.</summary>
    public static void Start(VirtualClock clock, Func<Task> work, Action<FlowEnd> ended)
    {
        clock.Wake();
        _ = new Flow(clock, ended).RunAsync(work);
    }

    /// <summary>The server dies at this line. The returned task never ends.</summary>
    public static Task DieAsync()
    {
        Current?.Finish(new FlowEnd(Died: true, null));
        return new TaskCompletionSource().Task;
    }

    public void Wake() => Change(isAwake: true);

    /// <exception cref="InvalidOperationException">It waits already: a flow is one thread of events.</exception>
    public void Sleep() => Change(isAwake: false);

    private async Task RunAsync(Func<Task> work)
    {
        Here.Value = this;
        try
        {
            await work();
            Finish(new FlowEnd(Died: false, null));
        }
        catch (Exception failure)
        {
            Finish(new FlowEnd(Died: false, failure));
        }
    }

    private void Finish(FlowEnd end)
    {
        if (_isOver)
            return;
        _isOver = true;
        _ended(end);
        _clock.Sleep();
    }

    private void Change(bool isAwake)
    {
        if (_isOver)
            return;
        if (_isAwake == isAwake)
            throw new InvalidOperationException("A flow can't wait for two things at once.");
        _isAwake = isAwake;
        if (isAwake)
            _clock.Wake();
        else
            _clock.Sleep();
    }
}
