using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Pledges;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Receipts;

/// <summary>A receipt as it is printed.</summary>
/// <param name="PrintedAt">In the branch's time.</param>
public sealed record ReceiptPaper(
    Guid Id, ReceiptKind Kind, DateTime PrintedAt, string OperationNumber, string Ticket, string? BlankNumber, string PledgorName, Money Cash, Money Cashless, string PrintedByName)
{
    public Money Total => Cash + Cashless;
}

public sealed record PrintableReceipts(string BranchName, IReadOnlyList<ReceiptPaper> Receipts);

/// <summary>The receipts of a group that stand, or all of one operation's; in the tickets' order, then in time.</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights)]
public sealed class ShowReceipts(IDbContextFactory<KvellDbContext> contexts) : IUseCase
{
    /// <returns>Null where there is no such group.</returns>
    public async Task<PrintableReceipts?> ExecuteAsync(Actor actor, Guid draftId, Guid? operationId, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var draft = await db.Set<GroupDraft>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == draftId, cancellationToken);
        if (draft is null)
            return null;
        actor.DemandDesk(draft.BranchId);
        var branch = await db.Set<Branch>().AsNoTracking().SingleAsync(row => row.Id == draft.BranchId, cancellationToken);
        var loans = await db.OperationsOf(draftId).AsNoTracking().Where(row => operationId == null || row.Operation.Id == operationId).ToListAsync(cancellationToken);
        var ids = loans.ConvertAll(loan => loan.Operation.Id);
        var receipts = await db.Set<Receipt>().AsNoTracking().Where(receipt => ids.Contains(receipt.OperationId)).OrderBy(receipt => receipt.PrintedAt).ToListAsync(cancellationToken);
        return new PrintableReceipts(branch.Name, [.. loans.SelectMany(loan => receipts
            .Where(receipt => receipt.OperationId == loan.Operation.Id && (operationId is not null || receipt.Id == loan.Operation.ReceiptId))
            .Select(receipt => PaperOf(receipt, loan, branch.Zone)))]);
    }

    private static ReceiptPaper PaperOf(Receipt receipt, TicketOperation loan, TimeZoneInfo zone) => new(
        receipt.Id, receipt.Kind, BranchZone.ToLocal(receipt.PrintedAt, zone), loan.Operation.Number, loan.Ticket.Name, loan.Ticket.BlankNumber,
        loan.Operation.PledgorName, receipt.Cash, receipt.Cashless, receipt.PrintedByName);
}
