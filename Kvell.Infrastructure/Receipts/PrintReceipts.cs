using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;

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
public sealed class PrintReceipts(
    IDbContextFactory<KvellDbContext> contexts, KvellReadinessCheck readiness, IClosedNumbers closedNumbers, ReceiptHandOver handOver, TimeProvider clock) : IUseCase
{
    /// <param name="operationId">One operation's, or null for the group's.</param>
    public async Task<PrintedReceipts> ExecuteAsync(Actor actor, Guid draftId, Guid? operationId, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        var askedAt = clock.GetUtcNow().UtcDateTime;
        await AskAsync(actor, draftId, operationId, askedAt, cancellationToken);
        var (result, receipts) = await contexts.DecideAsync(db => PrintAsync(db, actor, draftId, operationId, askedAt, cancellationToken), cancellationToken);
        return result with { Sentence = await handOver.SayAsync(result.Sentence, receipts) };
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
        var issue = new ReceiptIssue(db, branch, kvell, actor, clock.GetUtcNow().UtcDateTime);
        foreach (var loan in loans)
            issue.Try(loan, askedAt);
        if (issue.Receipts.Count > 0)
            await db.SaveChangesAsync(cancellationToken);
        var hasPaper = loans.Exists(loan => loan.Operation.IsReceiptPrinted);
        return (new PrintedReceipts([.. issue.Receipts.Select(receipt => receipt.OperationId)], issue.Words.Sentence, hasPaper), issue.Receipts);
    }

    private static async Task<GroupDraft> LoadDraftAsync(KvellDbContext db, Actor actor, Guid draftId, CancellationToken cancellationToken)
    {
        var draft = await db.Set<GroupDraft>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == draftId, cancellationToken) ?? throw new AccessDeniedException();
        actor.DemandDesk(draft.BranchId);
        return draft;
    }
}
