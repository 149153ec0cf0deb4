using Kvell.Domain.CardTopUps;
using Kvell.Infrastructure.CardTopUps;

namespace Kvell.Web.Features.CardTopUps;

/// <summary>
/// Which of a person's payouts are news: those that became decided, or ask for a code, since his page was opened. Each outcome of
/// an attempt is news once.
/// </summary>
public sealed class PayoutWatch(DateTime openedAt)
{
    private readonly HashSet<(Guid TopUpId, int Attempt)> _open = [];
    private readonly HashSet<(Guid TopUpId, int Attempt, TopUpState State)> _told = [];

    /// <param name="payouts">As they stand now.</param>
    public IReadOnlyList<MyPayout> NewsOf(IEnumerable<MyPayout> payouts) => [.. payouts.Where(IsNews)];

    private bool IsNews(MyPayout payout)
    {
        var key = (payout.TopUpId, payout.Attempt);
        if (payout.State.IsUndecided() && payout.State != TopUpState.AwaitingCode)
        {
            _open.Add(key);
            return false;
        }

        if (payout.State is not (TopUpState.Completed or TopUpState.Declined or TopUpState.AwaitingCode))
            return false;

        // A change of what was decided long ago, by a nightly check for one, is no news.
        var isRecent = _open.Contains(key) || payout.StartedAt >= openedAt;
        return isRecent && _told.Add((payout.TopUpId, payout.Attempt, payout.State));
    }
}
