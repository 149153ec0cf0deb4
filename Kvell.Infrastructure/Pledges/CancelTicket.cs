using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

/// <param name="ContentVersion">The draft's content as it is saved now.</param>
public sealed record CancelResult(Refusal? Refusal, int ContentVersion, DateTime SavedAt);

/// <summary>
/// «Отмена залогового билета» before posting, in one commit: its items stay in «Перечень имущества» without a ticket, its printed blank
/// is spoiled.
/// </summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights)]
public sealed class CancelTicket(IDbContextFactory<KvellDbContext> contexts, TimeProvider time) : IUseCase
{
    /// <param name="seenVersion">The content's version that the page shows.</param>
    public async Task<CancelResult> ExecuteAsync(Actor actor, Guid draftId, int ordinal, int seenVersion, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        return await contexts.DecideAsync(async db =>
        {
            var draft = await db.Set<GroupDraft>().SingleAsync(row => row.Id == draftId, cancellationToken);
            actor.DemandDesk(draft.BranchId);
            if (WhyNot(draft, seenVersion) is { } sentence)
                return new CancelResult(new Refusal(sentence), draft.ContentVersion, draft.SavedAt);

            var now = time.GetUtcNow().UtcDateTime;
            var form = DraftContent.Read(draft);
            form.FreeTicket(ordinal);
            var blank = await db.Set<TicketBlank>().SingleOrDefaultAsync(
                row => row.DraftId == draftId && row.TicketOrdinal == ordinal && row.State == BlankState.Printed, cancellationToken);
            blank?.Spoil($"Отмена залогового билета: {PledgeTicket.NameOf(ordinal)}", actor.UserId, now);
            draft.Save(DraftContent.Write(form), DraftContent.Summarise(form), now);
            await db.SaveChangesAsync(cancellationToken);
            return new CancelResult(null, draft.ContentVersion, now);
        }, cancellationToken);
    }

    private static string? WhyNot(GroupDraft draft, int seenVersion) => draft switch
    {
        { PostedAt: not null } => "Билет уже проведён: обнулите операцию.",
        { ClosedAt: not null } => "Оформление завершено: начните новое.",
        _ when draft.ContentVersion != seenVersion => "Черновик открыт в другом окне и там изменён. Продолжите здесь и проверьте данные.",
        _ => null,
    };
}
