using Kvell.Domain.CardTopUps;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.CardTopUps;

/// <summary>One loan of the group with its top-up, as the database has them at this moment.</summary>
public sealed record GroupLoan(PledgeOperation Operation, PledgeTicket Ticket, CardTopUp? TopUp)
{
    public TopUpState State => TopUp?.State ?? TopUpState.New;

    /// <summary>What a press will pay: never sent, or proven refused.</summary>
    public bool IsPayable => !Operation.IsZeroed && State is (TopUpState.New or TopUpState.Declined);

    public bool IsRevisited => State.IsUndecided() || State == TopUpState.Postponed;

    public OfferedLoan Offer => new(Operation.Id, TopUp?.Attempts.Count ?? 0, Ticket.Name, Ticket.BlankNumber, Operation.LoanAmount);

    public MisdatedLoan Misdated => new(Operation.Id, Ticket.Name, Ticket.BlankNumber, Operation.LoanDate);

    /// <summary>All posted loans of a draft, or the one of them, in the order of their tickets.</summary>
    public static async Task<IReadOnlyList<GroupLoan>> LoadAsync(KvellDbContext db, LoanScope scope, CancellationToken cancellationToken)
    {
        var (draftId, only) = scope;
        var operations = await db.Set<PledgeOperation>().AsNoTracking()
            .Where(row => row.DraftId == draftId && (only == null || row.Id == only)).ToListAsync(cancellationToken);
        var tickets = await db.Set<PledgeTicket>().AsNoTracking().Where(row => row.DraftId == draftId).ToDictionaryAsync(row => row.Id, cancellationToken);
        var ids = operations.ConvertAll(operation => operation.Id);
        var topUps = await db.Set<CardTopUp>().AsNoTracking()
            .Include(topUp => topUp.Attempts.OrderBy(attempt => attempt.Number))
            .Where(topUp => ids.Contains(topUp.OperationId))
            .ToDictionaryAsync(topUp => topUp.OperationId, cancellationToken);
        return [.. operations
            .Select(operation => new GroupLoan(operation, tickets[operation.TicketId], topUps.GetValueOrDefault(operation.Id)))
            .OrderBy(loan => loan.Ticket.Ordinal)];
    }
}
