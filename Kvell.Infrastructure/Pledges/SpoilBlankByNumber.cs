using Kvell.Domain.Branches;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

/// <summary>«Испорчен» for any clean or printed blank of a branch, by its number.</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights)]
public sealed class SpoilBlankByNumber(IDbContextFactory<KvellDbContext> contexts, TimeProvider time) : IUseCase
{
    public const string NumberField = "spoil-number";
    public const string ReasonField = "spoil-reason";

    public async Task<SaveAnswer> ExecuteAsync(Actor actor, Guid branchId, string typed, string reason, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        actor.DemandDesk(branchId);
        var refusals = new List<Refusal>();
        if (!BlankNumber.TryRead(typed, out var number))
            refusals.Add(new Refusal("Введите номер бланка с серией, например ГП00000063", NumberField));
        if (TypedText.IsBlank(reason))
            refusals.Add(new Refusal("Введите, чем испорчен бланк", ReasonField));
        else if (DecisionForm.CheckReason(reason, ReasonField) is { } wrong)
            refusals.Add(wrong);
        if (refusals.Count > 0)
            return SaveAnswer.Refuse(refusals);
        return await contexts.DecideAsync(async db =>
        {
            var blank = await db.Set<TicketBlank>().SingleOrDefaultAsync(
                row => row.BranchId == branchId && row.Series == number.Series && row.Ordinal == number.Ordinal, cancellationToken);
            if (WhyNot(blank, number) is { } sentence)
                return SaveAnswer.Refuse(new Refusal(sentence, NumberField));

            // Whoever prints or posts that ticket at this moment meets this commit.
            if (blank!.DraftId is { } draftId)
                (await db.Set<GroupDraft>().SingleAsync(row => row.Id == draftId, cancellationToken)).NoteBlanks();
            await db.SpoilAsync(blank, TypedText.Trimmed(reason), actor.UserId, time.GetUtcNow().UtcDateTime, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return SaveAnswer.Done;
        }, cancellationToken);
    }

    private static string? WhyNot(TicketBlank? blank, BlankNumber number) => blank?.State switch
    {
        null => $"Бланка {number} в этом филиале нет: проверьте номер",
        BlankState.Spoiled => $"Бланк {number} уже испорчен",
        BlankState.Annulled => $"Бланк {number} аннулирован вместе с операцией",
        _ => null,
    };
}
