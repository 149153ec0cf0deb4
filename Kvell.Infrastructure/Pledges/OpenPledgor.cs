using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

public sealed record PledgorRecord(PledgorForm Form, QuestionnaireForm Questionnaire, LastLoan? LastLoan);

/// <summary>A known client's forms, prefilled from the record, the last questionnaire and the newest checks.</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights)]
public sealed class OpenPledgor(IDbContextFactory<KvellDbContext> contexts, TimeProvider time) : IUseCase
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
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var client = PledgorForm.Of(pledgor);
        var form = questionnaire is null ? new QuestionnaireForm() : QuestionnaireForm.Of(questionnaire, pledgor);
        form.Take(await db.KnownChecksAsync(client, today, cancellationToken), client, today);
        return new PledgorRecord(client, form, await LastLoanAsync(db, pledgorId, cancellationToken));
    }

    private static async Task<LastLoan?> LastLoanAsync(KvellDbContext db, Guid pledgorId, CancellationToken cancellationToken)
    {
        var last = await db.Set<PledgeOperation>().AsNoTracking()
            .Where(operation => operation.PledgorId == pledgorId && operation.ZeroedAt == null)
            .OrderByDescending(operation => operation.PostedAt).ThenByDescending(operation => operation.Number)
            .FirstOrDefaultAsync(cancellationToken);
        if (last is null)
            return null;
        var topUp = await db.Set<CardTopUp>().AsNoTracking().Where(row => row.OperationId == last.Id)
            .Select(row => new { row.State, row.CardMask }).SingleOrDefaultAsync(cancellationToken);
        return LastLoan.Of(last, topUp?.State, topUp?.CardMask);
    }
}
