using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Persistence;

namespace Kvell.Infrastructure.Receipts;

/// <summary>Issues receipts in the commit that is being prepared, each with the cash that leaves the drawer by it.</summary>
internal sealed class ReceiptIssue(KvellDbContext db, Branch branch, KvellReadinessFacts kvell, Actor by, DateTime now)
{
    private readonly List<Receipt> _receipts = [];

    public ReceiptWords Words { get; } = new();

    public IReadOnlyList<Receipt> Receipts => _receipts;

    /// <param name="askedAt">When KVELL was asked about refused payouts (rule 14).</param>
    /// <returns>Why it can't be printed; null where it is issued.</returns>
    public string? Try(LoanInReceipts loan, DateTime askedAt)
    {
        var facts = loan.FactsOf(branch, kvell, askedAt);
        if (ReceiptRules.RefusalOf(loan.Operation, facts) is { } refusal)
        {
            Words.Waits(loan.Ticket.Name, refusal);
            return refusal;
        }

        var receipt = loan.Operation.PrintReceipt(loan.State, facts.ForbidsCash, by, now);
        db.Add(receipt);
        if (receipt.Cash.IsPositive)
        {
            Waivers.UseUp(loan.TopUp);
            db.Add(branch.MoveCash(new CashMove(CashEntryKind.Loan, Money.Zero - receipt.Cash, loan.Operation.Number, receipt.Id), by, now));
        }

        Words.Printed(loan.Ticket.Name, ReceiptRules.WarningOf(loan.Operation, facts));
        _receipts.Add(receipt);
        return null;
    }
}
