using Kvell.Domain.CardTopUps;
using Xunit;

namespace Kvell.Tests.CardTopUps;

/// <summary>What must hold of a top-up after every commit, whatever happened.</summary>
internal static class TopUpInvariants
{
    public static void Hold(CardTopUp topUp)
    {
        var attempts = topUp.Attempts;
        var last = attempts.Count == 0 ? null : attempts[^1];
        Assert.All(attempts.SkipLast(1), attempt => Assert.False(attempt.IsOpen, "Only the last attempt may be open."));
        Assert.All(attempts, attempt => Assert.True(
            attempt.SealedBody is null || (attempt.IsOpen && !attempt.WasAccepted), "Bytes are kept of an accepted or decided number."));
        Assert.Equal(attempts.Any(attempt => attempt.IsPaid), topUp.State == TopUpState.Completed);
        if (topUp.State.IsUndecided() || topUp.State == TopUpState.Postponed)
        {
            Assert.True(last!.IsOpen, $"{topUp.State}, and its number is closed.");
            Assert.NotNull(topUp.NextActionAt);
            Assert.NotNull(last.NextActionAt);
        }

        Assert.Equal(topUp.State.IsUndecided(), topUp.UndecidedSince is not null);
        Assert.Equal(topUp.State == TopUpState.Declined, last?.ClosedBy is not null && topUp.State != TopUpState.Completed);
        Assert.True(topUp.State != TopUpState.Postponed || (last!.SendsThatMayHaveLeft == 0 && last.SealedBody is not null), "Postponed, and a byte may have left.");
        Assert.Equal(topUp.State == TopUpState.New, attempts.Count == 0);
    }
}
