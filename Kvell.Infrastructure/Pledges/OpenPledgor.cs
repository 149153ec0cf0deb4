using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

/// <param name="CardMask">The card it was paid to; null when in cash.</param>
public sealed record LastLoan(DateOnly Date, string? CardMask);

public sealed record PledgorRecord(PledgorForm Form, QuestionnaireForm Questionnaire, LastLoan? LastLoan);

/// <summary>A known client's forms, prefilled from the record and from the last questionnaire.</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights)]
public sealed class OpenPledgor(IDbContextFactory<KvellDbContext> contexts) : IUseCase
{
    public async Task<PledgorRecord?> ExecuteAsync(Actor actor, Guid pledgorId, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var pledgor = await db.Set<Pledgor>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == pledgorId, cancellationToken);
        if (pledgor is null)
            return null;
        var questionnaire = await db.Set<PledgorQuestionnaire>().AsNoTracking()
            .Where(row => row.PledgorId == pledgorId).OrderByDescending(row => row.FilledAt).FirstOrDefaultAsync(cancellationToken);
        return new PledgorRecord(
            PledgorForm.Of(pledgor),
            questionnaire is null ? new QuestionnaireForm() : QuestionnaireForm.Of(questionnaire),
            await LastLoanAsync(db, pledgorId, cancellationToken));
    }

    private static async Task<LastLoan?> LastLoanAsync(KvellDbContext db, Guid pledgorId, CancellationToken cancellationToken)
    {
        var last = await db.Set<PledgeOperation>().AsNoTracking()
            .Where(operation => operation.PledgorId == pledgorId)
            .OrderByDescending(operation => operation.PostedAt)
            .Select(operation => new
            {
                operation.LoanDate,
                Mask = db.Set<ChosenCard>().Where(card => card.DraftId == operation.DraftId).Select(card => card.Mask).FirstOrDefault(),
            })
            .FirstOrDefaultAsync(cancellationToken);
        return last is null ? null : new LastLoan(last.LoanDate, last.Mask);
    }
}
