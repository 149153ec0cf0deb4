using Kvell.Domain.CardTopUps;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Gateway;
using Microsoft.Extensions.Options;
using Xunit;

namespace Kvell.Tests.CardTopUps;

/// <summary>A press for more loans than go out at once: the rest waits in a queue, and says so.</summary>
public sealed class QueuedPayoutTests : IDisposable
{
    private readonly PayoutHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task What_waits_for_its_turn_is_queued_until_it_begins()
    {
        _house.Desk.Get<IOptions<KvellOptions>>().Value.Parallelism = 1;
        var first = await _house.PostAsync();
        var second = await _house.PostAsync(first.DraftId, 2);
        var (called, answers) = (new TaskCompletionSource(), new TaskCompletionSource());
        _house.Gateway.OnCall = () =>
        {
            called.TrySetResult();
            return answers.Task;
        };
        var sender = _house.Desk.Get<TopUpSender>();
        var press = sender.Start([.. new[] { first, second }.Select(loan => (loan.TopUpId, new TopUpVisit(new TopUpIntent.Press(0, _house.Clock.Now), loan.Order())))]);
        await called.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal((false, true), (sender.IsQueued(first.TopUpId), sender.IsQueued(second.TopUpId)));
        Assert.Equal((TopUpState.Sending, TopUpState.New), (await first.StateAsync(), await second.StateAsync()));
        answers.SetResult();
        await press;
        Assert.False(sender.IsQueued(second.TopUpId));
        Assert.Equal((TopUpState.Completed, TopUpState.Completed), (await first.StateAsync(), await second.StateAsync()));
    }
}
