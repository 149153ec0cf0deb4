using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges;

public enum PledgeOperationKind
{
    /// <summary>«Залог»</summary>
    Pledge = 1,
}

public enum PaymentKind
{
    Cash,
    Cashless,
    Mixed,
}

/// <summary>
/// «Операция по залогу»: one loan against one ticket. <see cref="Version"/> is its concurrency token; starting a payout
/// attempt and everything rule 7 refuses beside one advance it in the same commit.
/// </summary>
public sealed partial class PledgeOperation
{
    private PledgeOperation()
    {
    }

    public Guid Id { get; private set; }

    public Guid BranchId { get; private set; }

    public string Number { get; private set; } = "";

    public PledgeOperationKind Kind { get; private set; }

    /// <summary>UTC. «Дата» of the document: when it was posted.</summary>
    public DateTime PostedAt { get; private set; }

    /// <summary>The loan's date in the branch's zone: a payout starts on this day only.</summary>
    public DateOnly LoanDate { get; private set; }

    public Guid DraftId { get; private set; }

    /// <summary>Unique: one live operation per ticket.</summary>
    public Guid TicketId { get; private set; }

    public Guid PledgorId { get; private set; }

    /// <summary>Full name as it stood when posted.</summary>
    public string PledgorName { get; private set; } = "";

    /// <summary>The name as <see cref="SearchText.Normalise"/> has it.</summary>
    public string SearchName { get; private set; } = "";

    /// <summary>The tariff's version.</summary>
    public Guid TariffId { get; private set; }

    /// <summary>As the policy was when it was posted.</summary>
    public bool IssueDayBearsInterest { get; private set; }

    public Money LoanAmount { get; private set; }

    /// <summary>The part given, or to be given, in cash. Any of it rules out a payout to the card.</summary>
    public Money CashAmount { get; private set; }

    public Guid PostedBy { get; private set; }

    public string PostedByName { get; private set; } = "";

    public int Version { get; private set; }

    public PaymentKind PaymentKind => CashAmount == Money.Zero ? PaymentKind.Cashless
        : CashAmount == LoanAmount ? PaymentKind.Cash : PaymentKind.Mixed;

    public static PledgeOperation Post(
        string number, PledgeTicket ticket, Pledgor pledgor, Guid tariffId, DateOnly loanDate, Money cash, Actor by, DateTime now,
        bool issueDayBearsInterest = false)
    {
        var operation = new PledgeOperation
        {
            Id = Guid.CreateVersion7(now),
            BranchId = ticket.BranchId,
            Number = number,
            Kind = PledgeOperationKind.Pledge,
            PostedAt = now,
            LoanDate = loanDate,
            DraftId = ticket.DraftId,
            TicketId = ticket.Id,
            PledgorId = pledgor.Id,
            PledgorName = pledgor.Name.Full,
            SearchName = SearchText.Normalise(pledgor.Name.Full),
            TariffId = tariffId,
            IssueDayBearsInterest = issueDayBearsInterest,
            LoanAmount = ticket.LoanAmount,
            PostedBy = by.UserId,
            PostedByName = by.Name,
            Version = 1,
        };
        operation.SetCash(cash);
        return operation;
    }

    /// <summary>Part of the attempt's write-ahead commit: whoever decided on an older version conflicts.</summary>
    /// <exception cref="IllegalTransitionException">Cash was entered, or the loan is zeroed: cash and card together could exceed the loan.</exception>
    public void NotePayoutAttempt()
    {
        if (CashAmount.IsPositive || IsZeroed)
            throw new IllegalTransitionException("Cash was entered, or the operation is zeroed: no payout to the card.");
        Version++;
    }

    /// <param name="payoutLock">Rules 7 and 14: what the operation's top-up forbids now, from the same commit's read.</param>
    /// <exception cref="IllegalTransitionException">The top-up is undecided, postponed or completed, or KVELL wasn't asked about it; or a receipt stands, or it is zeroed.</exception>
    public void EnterCash(Money cash, bool payoutLock)
    {
        if (payoutLock || IsReceiptPrinted || IsZeroed)
            throw new IllegalTransitionException("The operation's top-up or its receipt forbids cash, or it is zeroed.");
        SetCash(cash);
        Version++;
    }

    private void SetCash(Money cash)
    {
        if (cash < Money.Zero || cash > LoanAmount)
            throw new ArgumentOutOfRangeException(nameof(cash), cash.Kopecks, "Cash is between nothing and the loan.");
        CashAmount = cash;
    }
}
