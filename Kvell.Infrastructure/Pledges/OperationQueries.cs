using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Persistence;

namespace Kvell.Infrastructure.Pledges;

internal sealed class TicketOperation
{
    public required PledgeTicket Ticket { get; init; }

    public required PledgeOperation Operation { get; init; }
}

internal static class OperationQueries
{
    /// <summary>A draft's tickets with their operations, in the tickets' order.</summary>
    public static IQueryable<TicketOperation> OperationsOf(this KvellDbContext db, Guid draftId) => db.Set<PledgeTicket>()
        .Where(ticket => ticket.DraftId == draftId)
        .Join(db.Set<PledgeOperation>(), ticket => ticket.Id, operation => operation.TicketId, (ticket, operation) => new TicketOperation { Ticket = ticket, Operation = operation })
        .OrderBy(row => row.Ticket.Ordinal);
}
