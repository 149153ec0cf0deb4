using Kvell.Domain.CardTopUps;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kvell.Infrastructure.CardTopUps;

internal sealed class TopUpDecisionEntryConfiguration : IEntityTypeConfiguration<TopUpDecisionEntry>
{
    public void Configure(EntityTypeBuilder<TopUpDecisionEntry> builder)
    {
        builder.ToTable("TopUpDecisions");
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.ByName).HasMaxLength(200);
        builder.Property(entry => entry.AnswerNumber).HasMaxLength(60);
        builder.Property(entry => entry.Reason).HasMaxLength(500);
        builder.Property(entry => entry.FileName).HasMaxLength(200);
        builder.Property(entry => entry.FileType).HasMaxLength(100);
        builder.HasIndex(entry => new { entry.TopUpId, entry.Ordinal }).IsUnique();
        builder.HasOne<CardTopUp>().WithMany(topUp => topUp.Decisions).HasForeignKey(entry => entry.TopUpId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(entry => entry.File).WithOne().HasForeignKey<TopUpDecisionFile>(file => file.EntryId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TopUpDecisionFileConfiguration : IEntityTypeConfiguration<TopUpDecisionFile>
{
    public void Configure(EntityTypeBuilder<TopUpDecisionFile> builder)
    {
        builder.ToTable("TopUpDecisionFiles");
        builder.HasKey(file => file.EntryId);
        builder.Property(file => file.EntryId).ValueGeneratedNever();
    }
}
