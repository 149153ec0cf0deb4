using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Branches;
using Kvell.Infrastructure.Lists;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

/// <param name="PostedAt">In the branch's zone.</param>
/// <param name="Ticket">«Билет №01», and its blank where printed.</param>
/// <param name="IsPaidToCard">«Эквайринг»: lights only when the top-up is completed.</param>
public sealed record PledgeRow(
    Guid Id, Guid DraftId, DateTime PostedAt, string Number, string PledgorName, string Ticket, string? BlankNumber,
    Money LoanAmount, PaymentKind PaymentKind, bool IsReceiptPrinted, bool IsPaidToCard, string BranchName);

/// <summary>The journal «Операции по залогу», the newest first.</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights, UserRole.Administrator)]
public sealed class ListPledges(IDbContextFactory<KvellDbContext> contexts) : IUseCase
{
    public async Task<ListPage<PledgeRow>> ExecuteAsync(Actor actor, ListPlace? place, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var branches = await db.LoadVisibleBranchesAsync(actor, cancellationToken);
        var operations = db.Set<PledgeOperation>().AsNoTracking();
        if (actor.OnlyBranch() is { } only)
            operations = operations.Where(operation => operation.BranchId == only);
        var page = await operations.ToPageAsync(operation => operation.PostedAt, operation => operation.Id, place, cancellationToken);
        var (ticketIds, operationIds) = (page.Rows.Select(row => row.TicketId).ToList(), page.Rows.Select(row => row.Id).ToList());
        var tickets = await db.Set<PledgeTicket>().AsNoTracking()
            .Where(ticket => ticketIds.Contains(ticket.Id))
            .ToDictionaryAsync(ticket => ticket.Id, cancellationToken);
        var paid = await db.Set<CardTopUp>()
            .Where(topUp => topUp.State == TopUpState.Completed && operationIds.Contains(topUp.OperationId))
            .Select(topUp => topUp.OperationId)
            .ToHashSetAsync(cancellationToken);
        return page.To(operation => new PledgeRow(
            operation.Id, operation.DraftId, BranchZone.ToLocal(operation.PostedAt, branches[operation.BranchId].Zone), operation.Number,
            operation.PledgorName, tickets[operation.TicketId].Name, tickets[operation.TicketId].BlankNumber, operation.LoanAmount,
            operation.PaymentKind, operation.IsReceiptPrinted, paid.Contains(operation.Id), branches[operation.BranchId].Name));
    }
}
