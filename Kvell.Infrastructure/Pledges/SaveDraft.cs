using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

public enum SaveOutcome
{
    Saved,

    /// <summary>Another window saved since this one loaded: nothing was written.</summary>
    OpenElsewhere,

    Closed,
}

public sealed record SaveResult(SaveOutcome Outcome, int ContentVersion, DateTime SavedAt);

/// <summary>Keeps what is typed. After posting only the open tab is kept: the documents say the rest.</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights)]
public sealed class SaveDraft(IDbContextFactory<KvellDbContext> contexts, TimeProvider time) : IUseCase
{
    /// <param name="seenVersion">The content's version this form was made from.</param>
    public async Task<SaveResult> ExecuteAsync(Actor actor, Guid draftId, int seenVersion, GroupForm form, CancellationToken cancellationToken)
    {
        actor.Demand(this);

        // Read the form before the first wait: the page goes on changing it.
        var (content, summary, tab) = (DraftContent.Write(form), DraftContent.Summarise(form), form.Tab);
        var checks = CheckNote.Of(draftId, form, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        return await contexts.DecideAsync(async db =>
        {
            var draft = await db.Set<GroupDraft>().SingleAsync(row => row.Id == draftId, cancellationToken);
            actor.DemandDesk(draft.BranchId);
            if (draft.ClosedAt is not null)
                return new SaveResult(SaveOutcome.Closed, draft.ContentVersion, draft.SavedAt);
            if (draft.ContentVersion != seenVersion)
                return new SaveResult(SaveOutcome.OpenElsewhere, draft.ContentVersion, draft.SavedAt);
            if (draft.PostedAt is not null)
            {
                var posted = DraftContent.Read(draft);
                posted.Tab = tab;
                (content, summary) = (DraftContent.Write(posted), DraftContent.Summarise(posted));
            }
            else if (checks.Count > 0)
            {
                var before = DraftContent.Read(draft).Questionnaire;
                db.AddRange(checks.Where(check => !check.IsIn(before)));
            }

            var now = time.GetUtcNow().UtcDateTime;
            draft.Save(content, summary, now);
            await db.SaveChangesAsync(cancellationToken);
            return new SaveResult(SaveOutcome.Saved, draft.ContentVersion, now);
        }, cancellationToken);
    }
}
