using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

public sealed record GramPrice(string Metal, string Fineness, Money PerGram);

/// <summary>Tariffs and prices a gram, as they stand on a loan's day.</summary>
public sealed record Rates(IReadOnlyList<Tariff> Tariffs, IReadOnlyList<GramPrice> Prices)
{
    public Money? PriceOf(string metal, string fineness) =>
        Prices.FirstOrDefault(price => price.Metal == metal && price.Fineness == fineness)?.PerGram;

    /// <summary>The chosen one, or the first on the list.</summary>
    public Tariff? TariffOf(Guid? chosen) => Tariffs.FirstOrDefault(tariff => tariff.Id == chosen) ?? (Tariffs.Count > 0 ? Tariffs[0] : null);
}

[AllowedTo(UserRole.Receiver, UserRole.FullRights)]
public sealed class ListRates(IDbContextFactory<KvellDbContext> contexts) : IUseCase
{
    public async Task<Rates> ExecuteAsync(Actor actor, DateOnly day, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var tariffs = await db.Set<Tariff>().AsNoTracking().OrderBy(tariff => tariff.Ordinal).ToListAsync(cancellationToken);
        var prices = await db.Set<MetalPrice>().AsNoTracking().Where(price => price.From <= day).ToListAsync(cancellationToken);
        return new Rates(tariffs, [.. prices
            .GroupBy(price => (price.Metal, price.Fineness))
            .Select(group => group.MaxBy(price => price.From)!)
            .OrderBy(price => price.Ordinal)
            .Select(price => new GramPrice(price.Metal, price.Fineness, price.PerGram))]);
    }
}
