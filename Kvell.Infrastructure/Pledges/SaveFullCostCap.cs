using System.Data;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

/// <summary>A row of «Предельное значение ПСК», a new one or one put right. Two rows of a kind never share a day.</summary>
[AllowedTo(UserRole.FullRights)]
public sealed class SaveFullCostCap(IDbContextFactory<KvellDbContext> contexts, TimeProvider time) : IUseCase
{
    /// <param name="seen">The row as the page shows it; null adds one.</param>
    public async Task<SaveAnswer> ExecuteAsync(Actor actor, FullCostCapForm form, FullCostCap? seen, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        return await contexts.DecideAsync(db => SaveAsync(db, actor, form, seen, cancellationToken), cancellationToken);
    }

    private async Task<SaveAnswer> SaveAsync(KvellDbContext db, Actor actor, FullCostCapForm form, FullCostCap? seen, CancellationToken cancellationToken)
    {
        var today = await db.TodayAsync(actor, time.GetUtcNow().UtcDateTime, cancellationToken);
        if (form.Check(today) is { Count: > 0 } refusals)
            return SaveAnswer.Refuse(refusals);
        var (from, through, percent) = form.Read(today);

        // No index can say that two spans share a day: whoever reads the table here keeps others from writing it.
        await using var step = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        var caps = await db.Set<FullCostCap>().ToListAsync(cancellationToken);
        var cap = caps.Find(row => row.Id == seen?.Id);
        if (cap?.Version != seen?.Version)
            return SaveAnswer.Stale;
        if (caps.Find(row => row != cap && row.Overlaps(form.Kind, from, through)) is { } other)
        {
            return SaveAnswer.Refuse(new Refusal(
                $"Уже есть строка с {Russian.Date(other.From)} по {Russian.Date(other.Through)}: исправьте её или выберите другие дни", FullCostCapForm.FromField));
        }

        if (cap is null)
            db.Add(FullCostCap.Create(form.Kind, from, through, percent));
        else
            cap.Correct(form.Kind, from, through, percent);
        await db.SaveChangesAsync(cancellationToken);
        await step.CommitAsync(cancellationToken);
        return SaveAnswer.Done;
    }
}
