using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Issue;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Demo;

/// <summary>The tariff of the seed's figure 5, prices a gram, the last caps on ПСК that were found in public sources, and what isn't taken in pledge.</summary>
internal sealed class DemoRates : IDemoSeeder
{
    public static readonly Guid MainTariffId = Guid.Parse("0b1a9c5e-0000-4000-8000-000000000301");

    private static readonly StopListForm[] StopList =
    [
        new() { Name = "Драгоценный металл в слитках и ломе без документов о происхождении", Words = "слиток, слитки, лом золота, лом серебра, самородок", From = "01.03.2026" },
        new() { Name = "Камни от 0,3 карата без оригинала сертификата", Words = "алмаз, бриллиант без оправы, камень без оправы", From = "01.03.2026" },
    ];

    private static readonly DateOnly Since = new(2022, 1, 1);

    private static readonly DateOnly CapsFrom = new(2026, 4, 1);
    private static readonly DateOnly CapsThrough = new(2026, 6, 30);

    public int Order => 40;

    public async Task SeedAsync(KvellDbContext db, CancellationToken cancellationToken)
    {
        if (await db.Set<Tariff>().AnyAsync(tariff => tariff.Id == MainTariffId, cancellationToken))
            return;
        db.Add(Tariff.Create(MainTariffId, "Основной, 1 год", 1,
            [new TariffPeriod(29, 0.30m, 0, 0), new TariffPeriod(31, 0.20m, 0, 0), new TariffPeriod(306, 0.20m, 0, 0)],
            Since));
        db.Add(FullCostCap.Create(PledgeKind.Jewellery, CapsFrom, CapsThrough, 107.354m));
        db.Add(FullCostCap.Create(PledgeKind.Other, CapsFrom, CapsThrough, 157.557m));
        (string Metal, string Fineness, decimal Price)[] prices = [("Au", "585", 2150), ("Au", "750", 2760), ("Au", "375", 1320), ("Ag", "925", 28.50m)];
        db.AddRange(StopList.Select((form, i) => StopListEntry.Create(Guid.Parse($"0b1a9c5e-0000-4000-8000-00000000031{i}"), form, Since, Actor.Nobody, Since.ToDateTime(default, DateTimeKind.Utc))));
        db.AddRange(prices.Select((price, i) => MetalPrice.Create(price.Metal, price.Fineness, Since, Money.FromRubles(price.Price), i + 1)));
    }
}
