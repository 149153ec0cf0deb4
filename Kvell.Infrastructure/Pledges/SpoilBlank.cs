using Kvell.Domain.Branches;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

/// <summary>«Испорчен»: the next clean blank, or one of the draft's own; a ticket whose blank it was wants another.</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights)]
public sealed class SpoilBlank(IDbContextFactory<KvellDbContext> contexts, TimeProvider time) : IUseCase
{
    public const string ReasonField = "spoil-reason";
    public const string BlankField = "spoil-blank";

    /// <returns>Null when it is done.</returns>
    public async Task<Refusal?> ExecuteAsync(Actor actor, Guid draftId, string blankNumber, string reason, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        if (TypedText.IsBlank(reason))
            return new Refusal("Введите, чем испорчен бланк", ReasonField);
        if (DecisionForm.CheckReason(reason, ReasonField) is { } wrong)
            return wrong;
        return await contexts.DecideAsync(async db =>
        {
            var draft = await db.Set<GroupDraft>().SingleAsync(row => row.Id == draftId, cancellationToken);
            actor.DemandDesk(draft.BranchId);
            var blank = await FindAsync(db, draft, blankNumber, cancellationToken);
            if (blank is null)
                return new Refusal($"Бланк {blankNumber} уже занят или испорчен: выберите другой", BlankField);

            await db.SpoilAsync(blank, TypedText.Trimmed(reason), actor.UserId, time.GetUtcNow().UtcDateTime, cancellationToken);
            draft.NoteBlanks();
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }, cancellationToken);
    }

    /// <summary>Only the next clean blank and the draft's printed ones are offered; another's is never touched.</summary>
    private static async Task<TicketBlank?> FindAsync(KvellDbContext db, GroupDraft draft, string number, CancellationToken cancellationToken)
    {
        var next = await db.CleanBlanks(draft.BranchId).FirstOrDefaultAsync(cancellationToken);
        var own = await db.Set<TicketBlank>()
            .Where(blank => blank.DraftId == draft.Id && blank.State == BlankState.Printed).ToListAsync(cancellationToken);
        return own.Append(next).FirstOrDefault(blank => blank?.Number == number);
    }
}
