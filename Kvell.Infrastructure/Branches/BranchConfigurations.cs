using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kvell.Infrastructure.Branches;

internal sealed class BranchConfiguration : IEntityTypeConfiguration<Branch>
{
    public void Configure(EntityTypeBuilder<Branch> builder)
    {
        builder.ToTable("Branches");
        builder.ComplexProperty(branch => branch.PrintShift, shift =>
        {
            shift.Property(value => value.Right).HasPrecision(4, 1);
            shift.Property(value => value.Down).HasPrecision(4, 1);
        });
        builder.Property(branch => branch.Id).ValueGeneratedNever();
        builder.Property(branch => branch.Name).HasMaxLength(100);
        builder.Property(branch => branch.DocumentPrefix).HasMaxLength(8);
        builder.Property(branch => branch.Address).HasMaxLength(300);
        builder.Property(branch => branch.TimeZoneId).HasMaxLength(64);
        builder.Property(branch => branch.ChangedByName).HasMaxLength(200);
        builder.Property(branch => branch.Version).IsConcurrencyToken();
        builder.Property(branch => branch.CashBalance).IsConcurrencyToken();
        builder.Property(branch => branch.CashEntries).IsConcurrencyToken();
        builder.Ignore(branch => branch.Zone);
        builder.HasIndex(branch => branch.DocumentPrefix).IsUnique();
    }
}

internal sealed class CashEntryConfiguration : IEntityTypeConfiguration<CashEntry>
{
    public void Configure(EntityTypeBuilder<CashEntry> builder)
    {
        builder.ToTable("CashEntries");
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.Ground).HasMaxLength(200);
        builder.Property(entry => entry.EnteredByName).HasMaxLength(200);
        builder.HasIndex(entry => new { entry.BranchId, entry.Ordinal }).IsUnique();
        builder.HasIndex(entry => new { entry.BranchId, entry.At });
        builder.HasIndex(entry => entry.ReceiptId).IsUnique();
        builder.HasOne<Branch>().WithMany().HasForeignKey(entry => entry.BranchId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class KvellTerminalConfiguration : IEntityTypeConfiguration<KvellTerminal>
{
    public void Configure(EntityTypeBuilder<KvellTerminal> builder)
    {
        builder.ToTable("KvellTerminals");
        builder.Property(terminal => terminal.Id).ValueGeneratedNever();
        builder.Property(terminal => terminal.ApiKey).HasMaxLength(64);
        builder.HasIndex(terminal => new { terminal.BranchId, terminal.Version }).IsUnique();
        builder.HasOne<Branch>().WithMany().HasForeignKey(terminal => terminal.BranchId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TicketBlankConfiguration : IEntityTypeConfiguration<TicketBlank>
{
    public void Configure(EntityTypeBuilder<TicketBlank> builder)
    {
        builder.ToTable("TicketBlanks");
        builder.Property(blank => blank.Id).ValueGeneratedNever();
        builder.Property(blank => blank.Series).HasMaxLength(12);
        builder.Property(blank => blank.SpoiltReason).HasMaxLength(500);
        builder.Property(blank => blank.Version).IsConcurrencyToken();
        builder.Ignore(blank => blank.Number);
        // A printed number exists once in the firm, whichever branch holds it.
        builder.HasIndex(blank => new { blank.Series, blank.Ordinal }).IsUnique();
        builder.HasIndex(blank => new { blank.BranchId, blank.State, blank.Series, blank.Ordinal });
        builder.HasIndex(blank => blank.DraftId);
        builder.HasOne<BlankRange>().WithMany().HasForeignKey(blank => blank.RangeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(blank => blank.Moves).WithOne().HasForeignKey(move => move.BlankId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BlankMoveConfiguration : IEntityTypeConfiguration<BlankMove>
{
    public void Configure(EntityTypeBuilder<BlankMove> builder)
    {
        builder.ToTable("BlankMoves");
        builder.Property(move => move.Id).ValueGeneratedNever();
        builder.Property(move => move.Reason).HasMaxLength(500);
        builder.HasIndex(move => new { move.BlankId, move.Ordinal }).IsUnique();
        builder.HasIndex(move => new { move.BranchId, move.At });
        builder.HasIndex(move => new { move.DraftId, move.TicketOrdinal });
    }
}

internal sealed class BlankRangeConfiguration : IEntityTypeConfiguration<BlankRange>
{
    public void Configure(EntityTypeBuilder<BlankRange> builder)
    {
        builder.ToTable("BlankRanges");
        builder.Property(range => range.Id).ValueGeneratedNever();
        builder.Property(range => range.Series).HasMaxLength(8);
        builder.Property(range => range.ReceivedByName).HasMaxLength(200);
        builder.Ignore(range => range.Count);
        builder.HasIndex(range => new { range.BranchId, range.ReceivedAt });
        builder.HasOne<Branch>().WithMany().HasForeignKey(range => range.BranchId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DocumentCounterConfiguration : IEntityTypeConfiguration<DocumentCounter>
{
    public void Configure(EntityTypeBuilder<DocumentCounter> builder)
    {
        builder.ToTable("DocumentCounters");
        builder.HasKey(counter => new { counter.BranchId, counter.Kind });
        builder.Property(counter => counter.Last).IsConcurrencyToken();
    }
}
