using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Tests.CardTopUps;

namespace Kvell.Tests.Receipts;

/// <summary>One loan, its drawer and its card, from the draft on: the operation and the rules are the product's, the bank's side a word.</summary>
internal sealed class WalkDesk
{
    private PledgeOperation? _operation;
    private Money _draftCash = Money.Zero;
    private bool _isAsked;
    private Receipt? _standing;
    private TopUpState? _state;
    private Money _fromDrawer;

    /// <summary>«Печать чека по кнопке, а не при проведении»</summary>
    public bool IsByButton { get; set; } = true;

    /// <summary>The terminal has its keys.</summary>
    public bool IsReady { get; set; } = true;

    public PledgeOperation Operation => _operation ?? throw new IllegalTransitionException("Not posted.");

    /// <summary>What must never be; null while all is well.</summary>
    public string? Trouble
    {
        get
        {
            var mayBeGiven = _operation is null or { IsZeroed: true } ? Money.Zero : TopUpStory.Loan;
            var given = _fromDrawer + (_state == TopUpState.Completed ? TopUpStory.Loan : Money.Zero);
            return given > mayBeGiven ? $"{given} of {mayBeGiven}" : Oddity;
        }
    }

    /// <summary>A posting that did with the receipt what the setting doesn't say, or a cashless one without keys.</summary>
    public string? Oddity { get; private set; }

    public string Key =>
        $"{IsByButton} {IsReady} {_isAsked} {_draftCash} {_operation?.IsZeroed} {_operation?.CashAmount} {_standing?.Cash} {_state} {_fromDrawer}";

    private bool Locks => _state?.LocksOperation() == true;

    private ReceiptFacts Facts => new(_state, Locks, IsKvellInUse: true, IsCashlessShut: !IsReady, TopUpStory.Loan);

    public static WalkDesk Posted()
    {
        var desk = new WalkDesk();
        desk.Post(areKindsChosen: false);
        return desk;
    }

    public bool Try(Action<WalkDesk> step)
    {
        try
        {
            step(this);
            return true;
        }
        catch (IllegalTransitionException)
        {
            return false;
        }
    }

    public void EnterCash(Money cash)
    {
        if (_operation is null)
            _draftCash = cash;
        else
            _operation.EnterCash(cash, Locks);
    }

    /// <summary>«Провести», and, where the setting asks for the kinds, «Провести и пробить чек» after it.</summary>
    public void Post(bool areKindsChosen)
    {
        if (_operation is not null || (areKindsChosen && !_isAsked) || (!IsReady && _draftCash < TopUpStory.Loan))
            throw new IllegalTransitionException("Not to be posted.");
        var receipt = ReceiptRules.OnPosting(IsByButton, areKindsChosen);
        if (receipt == PostingReceipt.AskKinds)
        {
            _isAsked = true;
            return;
        }

        (_operation, _isAsked) = (TopUpStory.PostOperation(_draftCash), false);
        if (receipt == PostingReceipt.Print)
            Print();
        if (IsByButton == (_standing is not null))
            Oddity = $"by button {IsByButton}, printed {_standing is not null}";
    }

    public void Print()
    {
        if (!IsReady && ReceiptRules.RefusalOf(Operation, Facts) is { } refusal)
            throw new IllegalTransitionException(refusal);
        _standing = Operation.PrintReceipt(_state, Locks, TopUpStory.Receiver, TopUpStory.Noon);
        _fromDrawer += _standing.Cash;
        if (!IsReady && _standing.Cashless.IsPositive && _state != TopUpState.Completed)
            Oddity = "cashless without keys";
    }

    public void Return()
    {
        if (_standing is null)
            throw new IllegalTransitionException("No receipt stands.");
        _fromDrawer -= Operation.ReturnReceipt(_standing, _state, TopUpStory.Receiver, TopUpStory.Noon).Cash;
        _standing = null;
    }

    public void Zero() => Operation.Zero("ошибка", _state, isUnanswered: false, TopUpStory.Receiver, TopUpStory.Noon);

    public void Press()
    {
        if (!IsReady || _state is not (null or TopUpState.Declined))
            throw new IllegalTransitionException("Not payable.");
        Operation.NotePayoutAttempt();
        _state = TopUpState.Sending;
    }

    public void Settle(TopUpState outcome)
    {
        if (_state is not { } state || !(state.IsUndecided() || state == TopUpState.Postponed))
            throw new IllegalTransitionException("Nothing is with the bank.");
        _state = outcome;
    }
}
