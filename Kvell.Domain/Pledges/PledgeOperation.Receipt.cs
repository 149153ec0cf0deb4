using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges;

/// <summary>
/// The receipt fixes how the loan was given: while it stands, cash can't be entered or taken back, so that whatever order the steps
/// come in, what left the drawer and what went to the card never exceed the loan.
/// </summary>
public sealed partial class PledgeOperation
{
    public bool IsReceiptPrinted { get; private set; }

    /// <summary>The receipt that stands; null while none is printed, or the last was reversed.</summary>
    public Guid? ReceiptId { get; private set; }

    /// <summary>«Печать чека». A loan that is on the card was given without cash, whatever was typed before that was known.</summary>
    /// <param name="topUp">State of its top-up, from the same commit's read; null where there is none.</param>
    /// <param name="forbidsCash">Rules 7 and 14: what the top-up says against cash now.</param>
    /// <exception cref="IllegalTransitionException">One stands already, the payout is undecided, or cash might be a second payment.</exception>
    public Receipt PrintReceipt(TopUpState? topUp, bool forbidsCash, Actor by, DateTime now)
    {
        if (topUp == TopUpState.Completed)
            CashAmount = Money.Zero;
        if (IsReceiptPrinted || IsZeroed || topUp is { } state && state.IsUndecided() || CashAmount.IsPositive && forbidsCash)
            throw new IllegalTransitionException($"Operation {Number}: no receipt now.");
        var receipt = Receipt.Issue(this, by, now);
        (IsReceiptPrinted, ReceiptId) = (true, receipt.Id);
        Version++;
        return receipt;
    }

    /// <summary>«Чек возврата»: the payment kinds are open again.</summary>
    /// <param name="standing">The receipt that stands.</param>
    /// <exception cref="IllegalTransitionException">
    /// It isn't the one that stands, or the payout is undecided, postponed, or completed with nothing given in cash beside it.
    /// </exception>
    public Receipt ReturnReceipt(Receipt standing, TopUpState? topUp, Actor by, DateTime now)
    {
        var isShut = topUp is { } state && state.LocksOperation() && !(state == TopUpState.Completed && standing.Cash.IsPositive);
        if (!IsReceiptPrinted || ReceiptId != standing.Id || isShut)
            throw new IllegalTransitionException($"Operation {Number}: nothing to return now.");
        (IsReceiptPrinted, ReceiptId) = (false, null);
        Version++;
        return standing.Reverse(by, now);
    }
}
