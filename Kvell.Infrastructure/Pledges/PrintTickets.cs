using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

/// <summary>Which blank each ticket is printed on.</summary>
public sealed record PrintedTicket(int Ordinal, string BlankNumber);

public sealed record PrintResult(Refusal? Refusal, IReadOnlyList<PrintedTicket> Tickets);

/// <summary>
/// «Печать»: takes the next clean blank (on plain paper: the next number) for each ticket without one; printing again keeps it. The blanks' tokens
/// see to it that two receivers never take the same one, the draft's that a ticket never takes two.
/// </summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights)]
public sealed class PrintTickets(IDbContextFactory<KvellDbContext> contexts, TimeProvider time) : IUseCase
{
    /// <param name="ordinal">One ticket, or null for all of the draft's.</param>
    public async Task<PrintResult> ExecuteAsync(Actor actor, Guid draftId, int? ordinal, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        return await contexts.DecideAsync(async db =>
        {
            var draft = await db.Set<GroupDraft>().SingleAsync(row => row.Id == draftId, cancellationToken);
            actor.DemandDesk(draft.BranchId);
            var zeroed = await db.OperationsOf(draftId).Where(row => row.Operation.ZeroedAt != null).Select(row => row.Ticket.Ordinal).ToListAsync(cancellationToken);
            var tickets = GroupRules.TicketsOf(DraftContent.Read(draft))
                .Select(ticket => ticket.Ordinal).Where(ticket => (ordinal is null || ticket == ordinal) && !zeroed.Contains(ticket)).ToList();
            // A posted ticket whose blank was spoiled later wants another, whenever that is.
            if (draft is { ClosedAt: not null, PostedAt: null })
                return Refuse("Оформление завершено: печать закрыта.");
            if (tickets.Count == 0 && zeroed.Count > 0)
                return Refuse("Операция обнулена: билет больше не печатается.");
            if (tickets.Count == 0)
                return Refuse("Печатать нечего: добавьте предметы на вкладке «Перечень имущества».");
            return await PrintAsync(db, draft, tickets, actor, cancellationToken);
        }, cancellationToken);
    }

    private async Task<PrintResult> PrintAsync(
        KvellDbContext db, GroupDraft draft, List<int> tickets, Actor actor, CancellationToken cancellationToken)
    {
        var printed = (await db.Set<TicketBlank>()
            .Where(blank => blank.DraftId == draft.Id && blank.State == BlankState.Printed).ToListAsync(cancellationToken))
            .ToDictionary(blank => blank.TicketOrdinal!.Value);
        var missing = tickets.FindAll(ticket => !printed.ContainsKey(ticket));
        var taken = await db.PrintsOnPlainPaperAsync(cancellationToken)
            ? await NumberAsync(db, draft, missing, actor, cancellationToken)
            : await TakeAsync(db, draft, missing, actor, cancellationToken);
        if (taken.Count < missing.Count)
            return Refuse($"Чистых бланков не хватает: нужно {missing.Count}, осталось {taken.Count}. Получите бланки и напечатайте ещё раз.");
        foreach (var blank in taken)
            printed[blank.TicketOrdinal!.Value] = blank;

        if (missing.Count > 0)
        {
            await NoteOnPostedAsync(db, draft, printed, cancellationToken);
            draft.NoteBlanks();
            await db.SaveChangesAsync(cancellationToken);
        }

        return new PrintResult(null, tickets.ConvertAll(ticket => new PrintedTicket(ticket, printed[ticket].Number)));
    }

    /// <summary>The next clean blanks, printed on; fewer than asked for where there are no more.</summary>
    private async Task<List<TicketBlank>> TakeAsync(KvellDbContext db, GroupDraft draft, List<int> tickets, Actor actor, CancellationToken cancellationToken)
    {
        var clean = await db.CleanBlanks(draft.BranchId).Take(tickets.Count).ToListAsync(cancellationToken);
        foreach (var (ticket, blank) in tickets.Zip(clean))
            blank.PrintFor(draft.Id, ticket, actor.UserId, time.GetUtcNow().UtcDateTime);
        return clean;
    }

    /// <summary>On plain paper: the branch's next numbers. The counter's token lets no two commits take the same.</summary>
    private async Task<List<TicketBlank>> NumberAsync(KvellDbContext db, GroupDraft draft, List<int> tickets, Actor actor, CancellationToken cancellationToken)
    {
        if (tickets.Count == 0)
            return [];
        var branch = await db.Set<Branch>().AsNoTracking().SingleAsync(row => row.Id == draft.BranchId, cancellationToken);
        var counter = await db.Set<DocumentCounter>()
            .SingleOrDefaultAsync(row => row.BranchId == branch.Id && row.Kind == DocumentKind.PlainTicket, cancellationToken);
        if (counter is null)
            db.Add(counter = DocumentCounter.Start(branch.Id, DocumentKind.PlainTicket));
        var numbered = tickets.ConvertAll(ticket => TicketBlank.OnPlainPaper(branch, counter, draft.Id, ticket, actor.UserId, time.GetUtcNow().UtcDateTime));
        db.AddRange(numbered);
        return numbered;
    }

    private static async Task NoteOnPostedAsync(
        KvellDbContext db, GroupDraft draft, Dictionary<int, TicketBlank> printed, CancellationToken cancellationToken)
    {
        if (draft.PostedAt is null)
            return;
        foreach (var ticket in await db.Set<PledgeTicket>().Where(row => row.DraftId == draft.Id).ToListAsync(cancellationToken))
        {
            if (printed.TryGetValue(ticket.Ordinal, out var blank))
                ticket.NotePrinted(blank.Number);
        }
    }

    private static PrintResult Refuse(string sentence) => new(new Refusal(sentence), []);
}
