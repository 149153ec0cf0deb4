using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

public sealed record PrintableTicket(string Name, string BlankNumber, IReadOnlyList<ItemForm> Items, Money Appraisal, Money Loan);

/// <summary>What a group's tickets say on paper.</summary>
public sealed record PrintableTickets(
    string BranchName, PledgorForm Pledgor, DateOnly LoanDate, Tariff? Tariff, string Receiver, IReadOnlyList<PrintableTicket> Tickets);

/// <summary>The tickets that have a blank, as the draft has them; posting fixes the draft, so they stay what was signed.</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights)]
public sealed class ShowTickets(IDbContextFactory<KvellDbContext> contexts, TimeProvider time) : IUseCase
{
    /// <param name="ordinal">One ticket, or null for all printed ones.</param>
    /// <returns>Null: there is no such draft.</returns>
    public async Task<PrintableTickets?> ExecuteAsync(Actor actor, Guid draftId, int? ordinal, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var draft = await db.Set<GroupDraft>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == draftId, cancellationToken);
        if (draft is null)
            return null;
        actor.DemandBranch(draft.BranchId);
        var branch = await db.Set<Branch>().AsNoTracking().SingleAsync(row => row.Id == draft.BranchId, cancellationToken);
        var form = DraftContent.Read(draft);
        var blanks = await db.PrintedBlanksAsync(draftId, cancellationToken);
        var day = BranchZone.DayOf(draft.PostedAt ?? time.GetUtcNow().UtcDateTime, branch.Zone);
        var tariffs = await db.Set<Tariff>().AsNoTracking().OrderBy(tariff => tariff.Ordinal).ToListAsync(cancellationToken);
        return new PrintableTickets(
            branch.Name,
            form.Pledgor,
            form.Issue.LoanDate(day) ?? day,
            tariffs.Find(tariff => tariff.Id == form.Issue.TariffId) ?? tariffs.FirstOrDefault(),
            actor.Name,
            [.. GroupRules.TicketsOf(form)
                .Where(ticket => blanks.ContainsKey(ticket.Ordinal) && (ordinal is null || ticket.Ordinal == ordinal))
                .Select(ticket => new PrintableTicket(ticket.Name, blanks[ticket.Ordinal], ticket.Items, ticket.Appraisal, ticket.Loan))]);
    }
}
