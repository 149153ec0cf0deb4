using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

/// <summary>A tariff with all its versions, the newest first.</summary>
/// <param name="Valid">What applies to today's loans; null while its first version is still to come.</param>
/// <param name="LastLoan">The date of the last loan given under any of them: a new version starts after it.</param>
public sealed record TariffLine(Guid LineId, IReadOnlyList<Tariff> Versions, Tariff? Valid, DateOnly? LastLoan)
{
    public Tariff Last => Versions[0];
}

/// <summary>What the page «Тарифы» shows.</summary>
public sealed record TariffBook(IReadOnlyList<TariffLine> Lines, IReadOnlyList<FullCostCap> Caps, bool IssueDayBearsInterest, DateOnly Today)
{
    public static TariffBook Empty { get; } = new([], [], IssueDayBearsInterest: false, default);
}

/// <summary>The firm's tariffs in the order of their list, and the caps on ПСК.</summary>
[AllowedTo(UserRole.FullRights, UserRole.Administrator)]
public sealed class ListTariffs(IDbContextFactory<KvellDbContext> contexts, TimeProvider time) : IUseCase
{
    public async Task<TariffBook> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = await db.TodayAsync(actor, time.GetUtcNow().UtcDateTime, cancellationToken);
        var versions = await db.Set<Tariff>().AsNoTracking().ToListAsync(cancellationToken);
        var lastLoans = await db.LastLoansAsync(cancellationToken);
        var caps = await db.Set<FullCostCap>().AsNoTracking().OrderByDescending(cap => cap.From).ThenBy(cap => cap.Kind).ToListAsync(cancellationToken);
        return new TariffBook(
            [.. versions.GroupBy(version => version.LineId)
                .OrderBy(line => line.First().Ordinal)
                .Select(line => new TariffLine(
                    line.Key,
                    [.. line.OrderByDescending(version => version.Number)],
                    Tariff.ValidOn(today, line) is [var valid] ? valid : null,
                    line.Max(version => lastLoans.GetValueOrDefault(version.Id))))],
            caps,
            await db.IssueDayBearsInterestAsync(cancellationToken),
            today);
    }
}

internal static class TariffQueries
{
    /// <summary>Of each version the date of the last loan given under it, or null.</summary>
    public static Task<Dictionary<Guid, DateOnly?>> LastLoansAsync(this KvellDbContext db, CancellationToken cancellationToken) => db.Set<Tariff>()
        .Select(version => new
        {
            version.Id,
            Last = db.Set<PledgeOperation>().Where(operation => operation.TariffId == version.Id).Max(operation => (DateOnly?)operation.LoanDate),
        })
        .ToDictionaryAsync(row => row.Id, row => row.Last, cancellationToken);
}
