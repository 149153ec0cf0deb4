using Kvell.Domain.CardTopUps;
using Xunit;

namespace Kvell.Tests.CardTopUps;

/// <summary>The promise on random walks: paid at most once, and the true outcome is always found out. A failing seed replays.</summary>
public sealed class ProtocolWalkTests
{
    /// <summary>So many that a grace which is not waited for shows; seconds, alone on the machine.</summary>
    private const int Walks = 4000;

    private const int Steps = 250;

    [Fact]
    public void Whatever_happens_a_loan_is_paid_once_at_most_and_its_outcome_is_found()
    {
        var ends = new Dictionary<TopUpState, int>();
        for (var seed = 1; seed <= Walks; seed++)
        {
            try
            {
                var walk = new ProtocolWalk(seed, TopUpStory.Grace);
                walk.Run(Steps).ComesToItsEnd();
                Assert.False(walk.IsOverpaid, "Paid twice.");
                ends[walk.End] = ends.GetValueOrDefault(walk.End) + 1;
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Seed {seed}: {exception.Message}", exception);
            }
        }

        // The walks go everywhere, else they prove little.
        Assert.Equal([TopUpState.Unknown, TopUpState.Declined, TopUpState.Completed], ends.Keys.Where(state => state != TopUpState.New).Order());
        Assert.True(ends[TopUpState.Completed] > Walks / 4, $"Only {ends[TopUpState.Completed]} were paid.");
    }

    [Fact]
    public void A_gateway_that_breaks_the_graces_promise_is_caught_by_the_same_walks()
    {
        var overpaid = Enumerable.Range(1, Walks * 20).FirstOrDefault(seed => new ProtocolWalk(seed, TopUpStory.Grace * 20).Run(Steps).IsOverpaid);
        Assert.True(overpaid > 0, "The walks never come near a double payment: they would not see one.");
    }
}
