using Kvell.Domain.Pledges;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kvell.Infrastructure.Pledges;

internal sealed class PledgedItemConfiguration : IEntityTypeConfiguration<PledgedItem>
{
    public void Configure(EntityTypeBuilder<PledgedItem> builder)
    {
        builder.ToTable("PledgedItems");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Ignore(item => item.Summary);
        builder.Property(item => item.Metal).HasMaxLength(10);
        builder.Property(item => item.Fineness).HasMaxLength(10);
        builder.ComplexProperty(item => item.Figures, figures =>
        {
            figures.Ignore(value => value.Net);
            figures.Property(value => value.Gross).HasPrecision(12, 3);
            figures.Property(value => value.Inserts).HasPrecision(12, 3);
            figures.Property(value => value.Factor).HasPrecision(9, 3);
        });
        builder.HasIndex(item => new { item.TicketId, item.Ordinal }).IsUnique();
        builder.HasOne<PledgeTicket>().WithMany().HasForeignKey(item => item.TicketId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MetalPriceConfiguration : IEntityTypeConfiguration<MetalPrice>
{
    public void Configure(EntityTypeBuilder<MetalPrice> builder)
    {
        builder.ToTable("MetalPrices");
        builder.Property(price => price.Id).ValueGeneratedNever();
        builder.Property(price => price.Metal).HasMaxLength(10);
        builder.Property(price => price.Fineness).HasMaxLength(10);
        builder.HasIndex(price => new { price.Metal, price.Fineness, price.From }).IsUnique();
    }
}
