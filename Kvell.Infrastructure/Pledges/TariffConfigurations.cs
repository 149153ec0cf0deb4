using Kvell.Domain.Pledges;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kvell.Infrastructure.Pledges;

internal sealed class TariffConfiguration : IEntityTypeConfiguration<Tariff>
{
    public void Configure(EntityTypeBuilder<Tariff> builder)
    {
        builder.ToTable("Tariffs");
        builder.Property(tariff => tariff.Id).ValueGeneratedNever();
        builder.Property(tariff => tariff.Name).HasMaxLength(100);
        builder.OwnsMany(tariff => tariff.Periods, periods => periods.ToJson());
        builder.Navigation(tariff => tariff.Periods).HasField("_periods").UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasIndex(tariff => new { tariff.LineId, tariff.Number }).IsUnique();
    }
}

internal sealed class FullCostCapConfiguration : IEntityTypeConfiguration<FullCostCap>
{
    public void Configure(EntityTypeBuilder<FullCostCap> builder)
    {
        builder.ToTable("FullCostCaps");
        builder.Property(cap => cap.Id).ValueGeneratedNever();
        builder.Property(cap => cap.Percent).HasPrecision(9, 3);
        builder.Property(cap => cap.Version).IsConcurrencyToken();
        builder.HasIndex(cap => new { cap.Kind, cap.From }).IsUnique();
    }
}
