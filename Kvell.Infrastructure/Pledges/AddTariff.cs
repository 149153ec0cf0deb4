using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

/// <summary>A tariff with its periods: the firm's first, or another one, which stands last on the list.</summary>
[AllowedTo(UserRole.Administrator)]
public sealed class AddTariff(IDbContextFactory<KvellDbContext> contexts) : IUseCase
{
    public async Task<SaveAnswer> ExecuteAsync(Actor actor, TariffForm form, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        if (form.Check() is { Count: > 0 } refusals)
            return SaveAnswer.Refuse(refusals);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var name = TypedText.Trimmed(form.Name);
        if (await db.Set<Tariff>().AnyAsync(tariff => tariff.Name == name, cancellationToken))
            return SaveAnswer.Refuse(new Refusal("Такой тариф уже есть. Назовите этот иначе", TariffForm.NameField));
        var last = await db.Set<Tariff>().MaxAsync(tariff => (int?)tariff.Ordinal, cancellationToken) ?? 0;
        db.Add(Tariff.Create(Guid.CreateVersion7(), name, last + 1, form.ReadPeriods()));
        await db.SaveChangesAsync(cancellationToken);
        return SaveAnswer.Done;
    }
}

/// <summary>The firm's tariffs, in the order of their list.</summary>
[AllowedTo(UserRole.FullRights, UserRole.Administrator)]
public sealed class ListTariffs(IDbContextFactory<KvellDbContext> contexts) : IUseCase
{
    public async Task<IReadOnlyList<Tariff>> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<Tariff>().AsNoTracking().OrderBy(tariff => tariff.Ordinal).ToListAsync(cancellationToken);
    }
}
