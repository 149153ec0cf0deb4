using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

/// <param name="Operation">«ЛВЕС-000014»; null before it is posted.</param>
/// <param name="Terms">By which the loan is reckoned; null where no tariff is valid on its date, or no sum is typed yet.</param>
/// <param name="Receiver">Who posted it; before that, who prints it.</param>
public sealed record PrintableTicket(
    string Name, string BlankNumber, IReadOnlyList<ItemForm> Items, Money Appraisal, Money Loan, string? Operation, DateOnly LoanDate, LoanTerms? Terms, string Receiver);

/// <summary>What a group's tickets say on paper.</summary>
/// <param name="Contact">How firm and client inform each other.</param>
public sealed record PrintableTickets(PaperHead Head, PledgorForm Pledgor, string Contact, string LoanPurpose, IReadOnlyList<PrintableTicket> Tickets);

/// <summary>
/// The tickets that have a blank. Client and items are the draft's, which posting fixes; date and tariff are the operation's own, so a ticket
/// says what it said when it was signed, and a re-dated one what holds now.
/// </summary>
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
        actor.DemandDesk(draft.BranchId);
        var branch = await db.Set<Branch>().AsNoTracking().SingleAsync(row => row.Id == draft.BranchId, cancellationToken);
        var form = DraftContent.Read(draft);
        var blanks = await db.PrintedBlanksAsync(draftId, cancellationToken);
        var operations = await db.OperationsOf(draftId).AsNoTracking().ToDictionaryAsync(row => row.Ticket.Ordinal, row => row.Operation, cancellationToken);
        var typed = await TypedTermsAsync(db, form, BranchZone.DayOf(time.GetUtcNow().UtcDateTime, branch.Zone), cancellationToken);
        return new PrintableTickets(
            await db.PaperHeadAsync(branch, cancellationToken),
            form.Pledgor,
            form.Contact,
            form.Questionnaire.LoanPurpose,
            [.. GroupRules.TicketsOf(form)
                .Where(ticket => blanks.ContainsKey(ticket.Ordinal) && (ordinal is null || ticket.Ordinal == ordinal))
                .Select(ticket => PaperOf(ticket, blanks[ticket.Ordinal], operations.GetValueOrDefault(ticket.Ordinal), typed, actor))]);
    }

    private static async Task<Typed> TypedTermsAsync(KvellDbContext db, GroupForm form, DateOnly today, CancellationToken cancellationToken)
    {
        var versions = await db.Set<Tariff>().AsNoTracking().ToListAsync(cancellationToken);
        return new Typed(form.Issue.LoanDate(today) ?? today, form.Issue.TariffId, versions, await db.IssueDayBearsInterestAsync(cancellationToken));
    }

    private static PrintableTicket PaperOf(TicketDraft ticket, string blank, PledgeOperation? posted, Typed typed, Actor actor)
    {
        var date = posted?.LoanDate ?? typed.Date;
        var tariff = posted is null ? Tariff.ChosenOn(date, typed.TariffId, typed.Versions) : typed.Versions.FirstOrDefault(version => version.Id == posted.TariffId);
        var terms = tariff is null || !ticket.Loan.IsPositive ? null : new LoanTerms(ticket.Loan, date, tariff.Periods, posted?.IssueDayBearsInterest ?? typed.IssueDayBearsInterest);
        return new PrintableTicket(ticket.Name, blank, ticket.Items, ticket.Appraisal, ticket.Loan, posted?.Number, date, terms, posted?.PostedByName ?? actor.Name);
    }

    private sealed record Typed(DateOnly Date, Guid? TariffId, IReadOnlyList<Tariff> Versions, bool IssueDayBearsInterest);
}
