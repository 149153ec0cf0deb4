using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

/// <summary>A new tariff, which stands last on the list, or the next version of one. No version is ever changed.</summary>
[AllowedTo(UserRole.FullRights, UserRole.Administrator)]
public sealed class SaveTariff(IDbContextFactory<KvellDbContext> contexts, TimeProvider time) : IUseCase
{
    /// <param name="seen">The version that the page shows as the tariff's last; null makes a new tariff.</param>
    public async Task<SaveAnswer> ExecuteAsync(Actor actor, TariffForm form, Tariff? seen, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        return await contexts.DecideAsync(db => SaveAsync(db, actor, form, seen, cancellationToken), cancellationToken);
    }

    private async Task<SaveAnswer> SaveAsync(KvellDbContext db, Actor actor, TariffForm form, Tariff? seen, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var today = await db.TodayAsync(actor, now, cancellationToken);
        if (form.Check(today) is { Count: > 0 } refusals)
            return SaveAnswer.Refuse(refusals);
        var (name, from, periods) = (TypedText.Trimmed(form.Name), form.ReadValidFrom(today)!.Value, form.ReadPeriods());
        var versions = await db.Set<Tariff>().AsNoTracking().ToListAsync(cancellationToken);
        var lasts = versions.GroupBy(version => version.LineId).Select(line => line.MaxBy(version => version.Number)!).ToList();
        if (lasts.Exists(last => last.LineId != seen?.LineId && last.Name == name))
            return SaveAnswer.Refuse(new Refusal("Такой тариф уже есть. Назовите этот иначе", TariffForm.NameField));
        if (seen is null)
        {
            db.Add(Tariff.Create(Guid.CreateVersion7(now), name, lasts.Select(last => last.Ordinal).DefaultIfEmpty(0).Max() + 1, periods, from));
        }
        else
        {
            if (lasts.Find(last => last.LineId == seen.LineId) is not { } last || last.Number != seen.Number)
                return SaveAnswer.Stale;
            if ((last.Name, last.ValidFrom) == (name, from) && last.Periods.SequenceEqual(periods))
                return SaveAnswer.Done;
            if (await RefuseDateAsync(db, versions.Where(version => version.LineId == seen.LineId), from, cancellationToken) is { } refusal)
                return SaveAnswer.Refuse(refusal);
            db.Add(last.Next(name, from, periods, now));
        }

        await db.SaveChangesAsync(cancellationToken);
        return SaveAnswer.Done;
    }

    /// <summary>What a loan was given under stays what is valid on its date.</summary>
    private static async Task<Refusal?> RefuseDateAsync(KvellDbContext db, IEnumerable<Tariff> line, DateOnly from, CancellationToken cancellationToken)
    {
        var lastLoans = await db.LastLoansAsync(cancellationToken);
        return line.Max(version => lastLoans.GetValueOrDefault(version.Id)) is { } last && from <= last
            ? new Refusal($"По тарифу уже выдан займ от {Russian.Date(last)}: новая версия может действовать с {Russian.Date(last.AddDays(1))}", TariffForm.ValidFromField)
            : null;
    }
}
