using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

/// <summary>What the client signs about himself: his questionnaire and his consent.</summary>
/// <param name="Zone">Of the branch: times are shown in it.</param>
public sealed record ClientPapers(PaperHead Head, PledgorForm Pledgor, QuestionnaireForm Questionnaire, string Receiver, DateOnly Day, TimeZoneInfo Zone);

/// <summary>As the group's draft has it; posting fixes the draft.</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights)]
public sealed class ShowClientPapers(IDbContextFactory<KvellDbContext> contexts, TimeProvider time) : IUseCase
{
    /// <returns>Null: there is no such draft.</returns>
    public async Task<ClientPapers?> ExecuteAsync(Actor actor, Guid draftId, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var draft = await db.Set<GroupDraft>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == draftId, cancellationToken);
        if (draft is null)
            return null;
        actor.DemandDesk(draft.BranchId);
        var branch = await db.Set<Branch>().AsNoTracking().SingleAsync(row => row.Id == draft.BranchId, cancellationToken);
        var form = DraftContent.Read(draft);
        var posted = await db.OperationsOf(draftId).AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        return new ClientPapers(
            await db.PaperHeadAsync(branch, cancellationToken), form.Pledgor, form.Questionnaire, posted?.Operation.PostedByName ?? actor.Name,
            BranchZone.DayOf(draft.PostedAt ?? time.GetUtcNow().UtcDateTime, branch.Zone), branch.Zone);
    }
}
