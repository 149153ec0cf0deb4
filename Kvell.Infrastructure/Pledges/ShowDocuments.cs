using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

/// <param name="OperationNumber">Null: not posted yet.</param>
/// <param name="ZeroedReason">Null while the operation is in force.</param>
public sealed record TicketRow(
    int Ordinal, Money Loan, Money Cash, string? BlankNumber, Guid? OperationId, string? OperationNumber, bool IsReceiptPrinted, string? ZeroedReason = null)
{
    public string Name => PledgeTicket.NameOf(Ordinal);

    public bool IsZeroed => ZeroedReason is not null;
}

/// <summary>Everything «Оформление документов» shows, as the database has it.</summary>
/// <param name="LoanDate">Fixed by posting; null before it.</param>
public sealed record DocumentsView(
    Money CashBalance, int CleanBlanks, string? NextBlank, IReadOnlyList<TicketRow> Tickets, DateTime? PostedAt, DateOnly? LoanDate, Guid? TariffId, bool IsClosed)
{
    public bool IsPosted => PostedAt is not null;

    public Money Total => Money.Sum(Tickets.Select(ticket => ticket.Loan));

    public Money Cash => Money.Sum(Tickets.Select(ticket => ticket.Cash));

    /// <summary>What has left the drawer: with the receipts.</summary>
    public Money CashGiven => Money.Sum(Tickets.Where(ticket => ticket.IsReceiptPrinted).Select(ticket => ticket.Cash));
}

[AllowedTo(UserRole.Receiver, UserRole.FullRights)]
public sealed class ShowDocuments(IDbContextFactory<KvellDbContext> contexts) : IUseCase
{
    public async Task<DocumentsView> ExecuteAsync(Actor actor, Guid draftId, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var draft = await db.Set<GroupDraft>().AsNoTracking().SingleAsync(row => row.Id == draftId, cancellationToken);
        actor.DemandBranch(draft.BranchId);
        var branch = await db.Set<Branch>().AsNoTracking().SingleAsync(row => row.Id == draft.BranchId, cancellationToken);
        var blanks = db.CleanBlanks(draft.BranchId).AsNoTracking();
        var next = await blanks.FirstOrDefaultAsync(cancellationToken);
        var operations = await db.OperationsOf(draftId).AsNoTracking().ToListAsync(cancellationToken);
        var posted = operations.FirstOrDefault()?.Operation;
        return new DocumentsView(
            branch.CashBalance,
            await blanks.CountAsync(cancellationToken),
            next?.Number,
            draft.PostedAt is null ? await DraftRowsAsync(db, draft, cancellationToken) : operations.ConvertAll(PostedRow),
            draft.PostedAt,
            posted?.LoanDate,
            posted?.TariffId,
            draft.ClosedAt is not null);
    }

    private static TicketRow PostedRow(TicketOperation row) => new(
        row.Ticket.Ordinal, row.Operation.LoanAmount, row.Operation.CashAmount, row.Ticket.BlankNumber, row.Operation.Id, row.Operation.Number, row.Operation.IsReceiptPrinted,
        row.Operation.ZeroedReason);

    private static async Task<IReadOnlyList<TicketRow>> DraftRowsAsync(KvellDbContext db, GroupDraft draft, CancellationToken cancellationToken)
    {
        var form = DraftContent.Read(draft);
        var blanks = await db.PrintedBlanksAsync(draft.Id, cancellationToken);
        var tickets = GroupRules.TicketsOf(form);
        var loans = tickets.Select(ticket => ticket.Loan).ToList();
        var cash = CashSplit.Over(loans, Money.Min(form.Issue.CashAmount ?? Money.Zero, Money.Sum(loans)));
        return [.. tickets.Select((ticket, i) => new TicketRow(
            ticket.Ordinal, ticket.Loan, cash[i], blanks.GetValueOrDefault(ticket.Ordinal), null, null, false))];
    }
}
