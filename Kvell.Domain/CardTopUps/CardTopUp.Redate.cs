using Kvell.Domain.Common;
using Kvell.Domain.Pledges;

namespace Kvell.Domain.CardTopUps;

/// <summary>The loan was re-dated: its one top-up follows, in the same commit.</summary>
public sealed partial class CardTopUp
{
    /// <exception cref="IllegalTransitionException">A number is out or was paid, and belongs to the old date.</exception>
    public void FollowDate(PledgeOperation operation, TimeZoneInfo zone)
    {
        if (State.LocksOperation() || operation.Id != OperationId)
            throw new IllegalTransitionException($"Top-up {Number} is {State}: its date stays.");
        LoanDay = LoanDay.Of(operation.LoanDate, zone);
        Message = null;
        UseWaiver();
        Version++;
    }
}
