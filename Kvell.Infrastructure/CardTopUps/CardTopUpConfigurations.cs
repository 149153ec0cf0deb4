using Kvell.Domain.CardTopUps;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kvell.Infrastructure.CardTopUps;

internal sealed class CardTopUpConfiguration : IEntityTypeConfiguration<CardTopUp>
{
    public void Configure(EntityTypeBuilder<CardTopUp> builder)
    {
        builder.ToTable("CardTopUps");
        builder.Property(topUp => topUp.Id).ValueGeneratedNever();
        builder.Property(topUp => topUp.Number).HasMaxLength(20).IsSearched();
        builder.Property(topUp => topUp.OperationNumber).HasMaxLength(20);
        builder.Property(topUp => topUp.PledgorName).HasMaxLength(200);
        builder.Property(topUp => topUp.SearchName).HasMaxLength(200).IsSearched();
        builder.Property(topUp => topUp.CreatedByName).HasMaxLength(200);
        builder.Property(topUp => topUp.Presentation).HasMaxLength(120);
        builder.Property(topUp => topUp.CardMask).HasMaxLength(24).IsSearched();
        builder.Property(topUp => topUp.CardEnd).HasMaxLength(4).IsSearched();
        builder.Property(topUp => topUp.KvellId).HasMaxLength(100);
        builder.Property(topUp => topUp.LeaseOwner).HasMaxLength(64);
        builder.Property(topUp => topUp.Version).IsConcurrencyToken();
        builder.ComplexProperty(topUp => topUp.LoanDay);
        builder.HasIndex(topUp => topUp.OperationId).IsUnique();
        builder.HasIndex(topUp => new { topUp.BranchId, topUp.Number }).IsUnique();
        builder.HasIndex(topUp => new { topUp.BranchId, topUp.CreatedAt, topUp.Id });
        builder.HasIndex(topUp => new { topUp.CreatedAt, topUp.Id });
        builder.HasIndex(topUp => new { topUp.BranchId, topUp.State, topUp.CreatedAt, topUp.Id });
        builder.HasIndex(topUp => new { topUp.State, topUp.CreatedAt, topUp.Id });
        builder.HasIndex(topUp => new { topUp.Number, topUp.Id });
        builder.HasIndex(topUp => new { topUp.BranchId, topUp.Amount, topUp.Id });
        builder.HasIndex(topUp => new { topUp.Amount, topUp.Id });
        builder.HasIndex(topUp => topUp.SearchName);
        builder.HasIndex(topUp => topUp.CardMask);
        builder.HasIndex(topUp => topUp.CardEnd);
        builder.HasIndex(topUp => new { topUp.CreatedAt, topUp.Id }, "IX_CardTopUps_Flagged").HasFilter("\"Attention\" <> 0");
        builder.HasIndex(topUp => new { topUp.BranchId, topUp.CreatedAt, topUp.Id }, "IX_CardTopUps_FlaggedInBranch").HasFilter("\"Attention\" <> 0");
        builder.HasIndex(topUp => new { topUp.CreatedAt, topUp.Id }, "IX_CardTopUps_Proposed").HasFilter("\"Proposed\" IS NOT NULL");
        builder.HasIndex(topUp => new { topUp.BranchId, topUp.CreatedAt, topUp.Id }, "IX_CardTopUps_ProposedInBranch").HasFilter("\"Proposed\" IS NOT NULL");
        builder.HasIndex(topUp => topUp.NextActionAt);
        builder.HasOne<PledgeOperation>().WithOne().HasForeignKey<CardTopUp>(topUp => topUp.OperationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(topUp => topUp.Attempts).WithOne().HasForeignKey(attempt => attempt.TopUpId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TopUpAttemptConfiguration : IEntityTypeConfiguration<TopUpAttempt>
{
    public void Configure(EntityTypeBuilder<TopUpAttempt> builder)
    {
        builder.ToTable("TopUpAttempts");
        builder.Property(attempt => attempt.Id).ValueGeneratedNever();
        builder.Property(attempt => attempt.Transaction).HasMaxLength(64).IsUnicode(false);
        builder.Property(attempt => attempt.CardMask).HasMaxLength(24);
        builder.Property(attempt => attempt.ApiKey).HasMaxLength(64);
        builder.Ignore(attempt => attempt.Terminal);
        builder.HasIndex(attempt => new { attempt.TopUpId, attempt.Number }).IsUnique();
        builder.HasIndex(attempt => attempt.Transaction).IsUnique();
    }
}

internal sealed class ChosenCardConfiguration : IEntityTypeConfiguration<ChosenCard>
{
    public void Configure(EntityTypeBuilder<ChosenCard> builder)
    {
        builder.ToTable("ChosenCards");
        builder.HasKey(card => card.DraftId);
        builder.Property(card => card.DraftId).ValueGeneratedNever();
        builder.Property(card => card.Mask).HasMaxLength(24);
        builder.Property(card => card.Version).IsConcurrencyToken();
        builder.HasIndex(card => card.ForgetAt);
    }
}

internal sealed class CardVerificationConfiguration : IEntityTypeConfiguration<CardVerification>
{
    public void Configure(EntityTypeBuilder<CardVerification> builder)
    {
        builder.ToTable("CardVerifications");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Mask).HasMaxLength(24);
        builder.Property(row => row.ByName).HasMaxLength(200);
        builder.HasIndex(row => new { row.DraftId, row.At });
    }
}
