namespace Kvell.Domain.CardTopUps;

/// <summary>Rule 13's way back from an «Оплачено» that no reply of KVELL's bears out.</summary>
public sealed partial class CardTopUp
{
    /// <summary>Two persons say so, and no reply to any number of the loan said <c>completed</c>.</summary>
    public bool IsPaidByHand => State == TopUpState.Completed && !_attempts.Exists(attempt => attempt is { IsPaid: true, IsPaidByHand: false });

    /// <summary>
    /// The outcome is open again, and nothing else: the loan stays locked (rule 7) and no next attempt begins (rule 3), as it was before
    /// the decision. From here <c>completed</c> and <c>canceled</c> of the number decide it by rule 5; "not found" sends nothing, its bytes
    /// are gone for good, and a wait for the client's code is only waited for (<see cref="Wait"/>): the number, once decided, is never sent or
    /// confirmed again. What no reply decides, two persons decide anew. So the loan can't be paid a second time by this number, and not
    /// by another before this one is proven refused.
    /// </summary>
    private void TakeBack(DateTime now)
    {
        Last!.TakeBack(now);
        (State, UndecidedSince, CompletedAt) = (TopUpState.Unknown, Last!.StartedAt, null);
        Attention &= ~Attention.PaidOnAnotherDay;
    }
}
