using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

public sealed record GramPrice(string Metal, string Fineness, Money PerGram);

/// <summary>What a loan is reckoned by.</summary>
/// <param name="Versions">All of all tariffs: «Дата» is still typed, and decides which are valid.</param>
/// <param name="Prices">A gram, on the day that was asked for.</param>
/// <param name="Caps">The whole table of «Предельное значение ПСК».</param>
/// <param name="IssueDayBearsInterest">As the policy is now.</param>
public sealed record Rates(IReadOnlyList<Tariff> Versions, IReadOnlyList<GramPrice> Prices, IReadOnlyList<FullCostCap> Caps, bool IssueDayBearsInterest)
{
    public static Rates None { get; } = new([], [], [], IssueDayBearsInterest: false);

    public Money? PriceOf(string metal, string fineness) =>
        Prices.FirstOrDefault(price => price.Metal == metal && price.Fineness == fineness)?.PerGram;

    public IReadOnlyList<Tariff> TariffsOn(DateOnly loanDate) => Tariff.ValidOn(loanDate, Versions);

    /// <summary>The version that a loan was posted under.</summary>
    public Tariff? Version(Guid id) => Versions.FirstOrDefault(version => version.Id == id);

    /// <summary>What a group's loans are reckoned by: the version they were posted under, before that the one that is chosen for «Дата».</summary>
    public Tariff? Of(Guid? posted, DateOnly loanDate, Guid? chosen) => posted is { } version ? Version(version) : Tariff.ChosenOn(loanDate, chosen, Versions);
}

[AllowedTo(UserRole.Receiver, UserRole.FullRights)]
public sealed class ListRates(IDbContextFactory<KvellDbContext> contexts) : IUseCase
{
    public async Task<Rates> ExecuteAsync(Actor actor, DateOnly day, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var tariffs = await db.Set<Tariff>().AsNoTracking().ToListAsync(cancellationToken);
        var prices = await db.Set<MetalPrice>().AsNoTracking().Where(price => price.From <= day).ToListAsync(cancellationToken);
        return new Rates(
            tariffs,
            [.. prices
            .GroupBy(price => (price.Metal, price.Fineness))
            .Select(group => group.MaxBy(price => price.From)!)
            .OrderBy(price => price.Ordinal)
            .Select(price => new GramPrice(price.Metal, price.Fineness, price.PerGram))],
            await db.Set<FullCostCap>().AsNoTracking().ToListAsync(cancellationToken),
            await db.IssueDayBearsInterestAsync(cancellationToken));
    }
}
