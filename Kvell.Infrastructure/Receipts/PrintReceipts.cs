using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Kvell.Infrastructure.Receipts;

/// <param name="OperationIds">Whose receipts were printed now, in the tickets' order.</param>
/// <param name="Sentence">What there is to say: what was printed with which warning, who waits and for what.</param>
/// <param name="HasPaper">A receipt stands, printed now or before: there is something to put on paper again.</param>
public sealed record PrintedReceipts(IReadOnlyList<Guid> OperationIds, string Sentence, bool HasPaper = false);

/// <summary>
/// «Печать чека»: every ticket's that may be printed, in one commit with the cash that leaves the drawer; the others are named with what they
/// wait for. Cash over a refused payout asks KVELL once more (rule 14).
/// </summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights)]
public sealed partial class PrintReceipts(
    IDbContextFactory<KvellDbContext> contexts, KvellReadinessCheck readiness, IClosedNumbers closedNumbers, ICashRegister register, TimeProvider clock,
    ILogger<PrintReceipts> log) : IUseCase
{
    /// <param name="operationId">One operation's, or null for the group's.</param>
    public async Task<PrintedReceipts> ExecuteAsync(Actor actor, Guid draftId, Guid? operationId, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        var askedAt = clock.GetUtcNow().UtcDateTime;
        await AskAsync(actor, draftId, operationId, askedAt, cancellationToken);
        var (result, receipts) = await contexts.DecideAsync(db => PrintAsync(db, actor, draftId, operationId, askedAt, cancellationToken), cancellationToken);
        foreach (var receipt in receipts)
        {
            try
            {
                // It stands already: nobody's closing of a page may leave it unprinted, nor may the one before it.
                await register.PrintAsync(receipt, CancellationToken.None);
            }
            catch (CashRegisterException failure)
            {
                LogUnprinted(receipt.Id, failure);
                result = result with { Sentence = $"{result.Sentence} Касса не напечатала: {failure.Message}" };
            }
        }

        return result;
    }

    private async Task AskAsync(Actor actor, Guid draftId, Guid? operationId, DateTime askedAt, CancellationToken cancellationToken)
    {
        List<Guid> refused;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            await LoadDraftAsync(db, actor, draftId, cancellationToken);
            var loans = await LoanInReceipts.LoadAsync(db, draftId, operationId, cancellationToken);
            refused = [.. loans.Where(loan => loan.HasToBeAsked).Select(loan => loan.TopUp!.Id)];
        }

        if (refused.Count > 0)
            await closedNumbers.AskAsync(refused, askedAt);
    }

    private async Task<(PrintedReceipts Result, IReadOnlyList<Receipt> Receipts)> PrintAsync(
        KvellDbContext db, Actor actor, Guid draftId, Guid? operationId, DateTime askedAt, CancellationToken cancellationToken)
    {
        var draft = await LoadDraftAsync(db, actor, draftId, cancellationToken);
        var loans = await LoanInReceipts.LoadAsync(db, draftId, operationId, cancellationToken);
        if (draft.PostedAt is null || loans.Count == 0)
            return (new PrintedReceipts([], "Нет проведённой операции по залогу. Нажмите «Провести», потом пробейте чек."), []);
        var kvell = await KvellReadinessFacts.ReadAsync(readiness, db, draft.BranchId, cancellationToken);
        var branch = await db.Set<Branch>().SingleAsync(row => row.Id == draft.BranchId, cancellationToken);
        var (words, receipts, now) = (new ReceiptWords(), new List<Receipt>(), clock.GetUtcNow().UtcDateTime);
        foreach (var loan in loans)
        {
            var facts = loan.FactsOf(branch, kvell, askedAt);
            if (ReceiptRules.RefusalOf(loan.Operation, facts) is { } refusal)
            {
                words.Waits(loan.Ticket.Name, refusal);
                continue;
            }

            var receipt = loan.Operation.PrintReceipt(loan.State, facts.ForbidsCash, actor, now);
            db.Add(receipt);
            if (receipt.Cash.IsPositive)
            {
                Waivers.UseUp(loan.TopUp);
                db.Add(branch.MoveCash(new CashMove(CashEntryKind.Loan, Money.Zero - receipt.Cash, loan.Operation.Number, receipt.Id), actor, now));
            }

            words.Printed(loan.Ticket.Name, ReceiptRules.WarningOf(loan.Operation, facts));
            receipts.Add(receipt);
        }

        if (receipts.Count > 0)
            await db.SaveChangesAsync(cancellationToken);
        var hasPaper = loans.Exists(loan => loan.Operation.IsReceiptPrinted);
        return (new PrintedReceipts(receipts.ConvertAll(receipt => receipt.OperationId), words.Sentence, hasPaper), receipts);
    }

    private static async Task<GroupDraft> LoadDraftAsync(KvellDbContext db, Actor actor, Guid draftId, CancellationToken cancellationToken)
    {
        var draft = await db.Set<GroupDraft>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == draftId, cancellationToken) ?? throw new AccessDeniedException();
        actor.DemandBranch(draft.BranchId);
        return draft;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Receipt {ReceiptId} stands, and the cash register did not print it")]
    private partial void LogUnprinted(Guid receiptId, Exception failure);
}
