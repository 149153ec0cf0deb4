using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Web.Features.CardTopUps;
using Xunit;

namespace Kvell.Tests.CardTopUps;

public sealed class PayoutWatchTests
{
    private static readonly DateTime Opened = new(2026, 10, 24, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Id = Guid.NewGuid();

    private readonly PayoutWatch _watch = new(Opened);

    [Theory]
    [InlineData(TopUpState.Completed)]
    [InlineData(TopUpState.Declined)]
    [InlineData(TopUpState.AwaitingCode)]
    public void What_was_open_and_is_decided_is_news_once(TopUpState outcome)
    {
        Assert.Empty(_watch.NewsOf([Payout(TopUpState.Processing)]));
        Assert.Single(_watch.NewsOf([Payout(outcome)]));
        Assert.Empty(_watch.NewsOf([Payout(outcome)]));
    }

    [Fact]
    public void What_was_decided_before_the_page_was_opened_is_no_news_when_a_check_touches_it() =>
        Assert.Empty(_watch.NewsOf([Payout(TopUpState.Completed)]));

    [Fact]
    public void What_was_decided_faster_than_anybody_looked_is_news() =>
        Assert.Single(_watch.NewsOf([Payout(TopUpState.Completed) with { StartedAt = Opened.AddSeconds(1) }]));

    [Fact]
    public void A_later_attempt_is_news_of_its_own()
    {
        _watch.NewsOf([Payout(TopUpState.Processing)]);
        Assert.Single(_watch.NewsOf([Payout(TopUpState.Declined)]));
        _watch.NewsOf([Payout(TopUpState.Processing) with { Attempt = 2 }]);
        Assert.Single(_watch.NewsOf([Payout(TopUpState.Declined) with { Attempt = 2 }]));
    }

    private static MyPayout Payout(TopUpState state) => new(Id, Guid.NewGuid(), Guid.NewGuid(), 1, Opened.AddMinutes(-5), state, "Иванов Иван Иванович", Money.FromRubles(1000), null);
}
