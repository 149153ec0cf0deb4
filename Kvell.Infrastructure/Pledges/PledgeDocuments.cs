using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

/// <summary>Makes a checked group's documents in the commit that is being prepared.</summary>
internal sealed class PledgeDocuments(KvellDbContext db, GroupDraft draft, Branch branch, GroupForm form, Actor by, DateTime now)
{
    private readonly DateOnly _today = BranchZone.DayOf(now, branch.Zone);

    public async Task<IReadOnlyList<TicketOperation>> AddAsync(
        IReadOnlyList<TicketDraft> tickets, Dictionary<int, string> blanks, CancellationToken cancellationToken)
    {
        var pledgor = await PledgorAsync(cancellationToken);
        AddQuestionnaire(pledgor);
        var counter = await CounterAsync(cancellationToken);
        var date = form.Issue.LoanDate(_today) ?? throw new IllegalTransitionException("The form was not checked.");
        var tariffs = await db.Set<Tariff>().AsNoTracking().ToListAsync(cancellationToken);
        var tariff = Tariff.ChosenOn(date, form.Issue.TariffId, tariffs) ?? throw new IllegalTransitionException("The form was not checked.");
        var issueDay = await db.IssueDayBearsInterestAsync(cancellationToken);
        var cash = CashSplit.Over([.. tickets.Select(ticket => ticket.Loan)], form.Issue.CashAmount!.Value);
        return [.. tickets.Select((ticket, i) =>
        {
            var posted = AddTicket(ticket, blanks.GetValueOrDefault(ticket.Ordinal));
            var operation = PledgeOperation.Post(counter.Next(branch.DocumentPrefix), posted, pledgor, tariff.Id, date, cash[i], by, now, issueDay);
            db.Add(operation);
            return new TicketOperation { Ticket = posted, Operation = operation };
        })];
    }

    private async Task<Pledgor> PledgorAsync(CancellationToken cancellationToken)
    {
        var details = form.Pledgor.ToDetails(_today);
        if (form.Pledgor.PledgorId is { } id && await db.Set<Pledgor>().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is { } known)
        {
            known.Update(details, now);
            return known;
        }

        var pledgor = Pledgor.Create(Guid.CreateVersion7(), details, now);
        db.Add(pledgor);
        return pledgor;
    }

    private void AddQuestionnaire(Pledgor pledgor)
    {
        var answers = form.Questionnaire;
        db.Add(PledgorQuestionnaire.Fill(
            pledgor.Id, draft.Id, answers.Passport.ToCheck(), answers.Lists.ToCheck(), answers.ConsentSignedOn!.Value, answers.ToAnswers(), by, now));
    }

    private async Task<DocumentCounter> CounterAsync(CancellationToken cancellationToken)
    {
        var counter = await db.Set<DocumentCounter>()
            .SingleOrDefaultAsync(row => row.BranchId == branch.Id && row.Kind == DocumentKind.PledgeOperation, cancellationToken);
        if (counter is null)
        {
            counter = DocumentCounter.Start(branch.Id, DocumentKind.PledgeOperation);
            db.Add(counter);
        }

        return counter;
    }

    private PledgeTicket AddTicket(TicketDraft ticket, string? blankNumber)
    {
        var posted = PledgeTicket.Create(branch.Id, draft.Id, ticket.Ordinal, ticket.Appraisal, ticket.Loan, blankNumber);
        db.Add(posted);
        foreach (var item in ticket.Items)
        {
            db.Add(PledgedItem.Create(
                posted.Id, form.Items.IndexOf(item) + 1, TypedText.Trimmed(item.Kind), TypedText.Trimmed(item.Description), item.Metal, item.Fineness, item.ToFigures()));
        }

        return posted;
    }
}
