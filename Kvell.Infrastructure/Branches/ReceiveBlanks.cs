using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Branches;

/// <summary>Blanks that came to a branch: their document and all of them in one commit, or nothing.</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights, UserRole.Administrator)]
public sealed class ReceiveBlanks(IDbContextFactory<KvellDbContext> contexts, TimeProvider clock) : IUseCase
{
    public async Task<SaveAnswer> ExecuteAsync(Actor actor, Guid branchId, BlanksForm form, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        actor.DemandBranch(branchId);
        if (form.Check() is { Count: > 0 } refusals)
            return SaveAnswer.Refuse(refusals);
        var (series, (first, last)) = (form.SeriesName, form.Range);
        return await contexts.DecideAsync(
            async db =>
            {
                var known = await db.Set<TicketBlank>().AsNoTracking().OrderBy(blank => blank.Ordinal)
                    .FirstOrDefaultAsync(blank => blank.Series == series && blank.Ordinal >= first && blank.Ordinal <= last, cancellationToken);
                if (known is not null)
                    return SaveAnswer.Refuse(new Refusal(await KnownAsync(db, known, cancellationToken), BlanksForm.FirstField));
                var range = BlankRange.Receive(branchId, series, first, last, actor, clock.GetUtcNow().UtcDateTime);
                db.Add(range);
                db.AddRange(range.Blanks());
                await db.SaveChangesAsync(cancellationToken);
                return SaveAnswer.Done;
            },
            cancellationToken);
    }

    private static async Task<string> KnownAsync(KvellDbContext db, TicketBlank blank, CancellationToken cancellationToken)
    {
        var branch = await db.Set<Branch>().Where(row => row.Id == blank.BranchId).Select(row => row.Name).SingleAsync(cancellationToken);
        return $"Бланк {blank.Number} уже принят, филиал «{branch}». Проверьте номер и количество";
    }
}
