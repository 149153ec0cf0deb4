using Kvell.Domain.Branches;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kvell.Infrastructure.Pledges;

internal sealed class PledgeOperationConfiguration : IEntityTypeConfiguration<PledgeOperation>
{
    public void Configure(EntityTypeBuilder<PledgeOperation> builder)
    {
        builder.ToTable("PledgeOperations");
        builder.Property(operation => operation.Id).ValueGeneratedNever();
        builder.Property(operation => operation.Number).HasMaxLength(20).IsSearched();
        builder.Property(operation => operation.PledgorName).HasMaxLength(200);
        builder.Property(operation => operation.SearchName).HasMaxLength(200).IsSearched();
        builder.Property(operation => operation.PostedByName).HasMaxLength(200);
        builder.Property(operation => operation.ZeroedByName).HasMaxLength(200);
        builder.Property(operation => operation.ZeroedReason).HasMaxLength(500);
        builder.Property(operation => operation.Version).IsConcurrencyToken();
        builder.Ignore(operation => operation.PaymentKind);
        builder.Ignore(operation => operation.IsZeroed);
        builder.HasIndex(operation => operation.TicketId).IsUnique();
        builder.HasIndex(operation => new { operation.BranchId, operation.Number }).IsUnique();
        builder.HasIndex(operation => operation.DraftId);
        builder.HasIndex(operation => new { operation.TariffId, operation.LoanDate });
        builder.HasIndex(operation => new { operation.BranchId, operation.PostedAt, operation.Id });
        builder.HasIndex(operation => new { operation.PostedAt, operation.Id });
        builder.HasIndex(operation => new { operation.BranchId, operation.IsReceiptPrinted, operation.PostedAt, operation.Id });
        builder.HasIndex(operation => new { operation.IsReceiptPrinted, operation.PostedAt, operation.Id });
        builder.HasIndex(operation => new { operation.Number, operation.Id });
        builder.HasIndex(operation => new { operation.BranchId, operation.LoanAmount, operation.Id });
        builder.HasIndex(operation => new { operation.LoanAmount, operation.Id });
        builder.HasIndex(operation => operation.SearchName);
        builder.HasOne<Branch>().WithMany().HasForeignKey(operation => operation.BranchId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PledgeTicket>().WithMany().HasForeignKey(operation => operation.TicketId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Pledgor>().WithMany().HasForeignKey(operation => operation.PledgorId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LoanRevisionConfiguration : IEntityTypeConfiguration<LoanRevision>
{
    public void Configure(EntityTypeBuilder<LoanRevision> builder)
    {
        builder.ToTable("LoanRevisions");
        builder.Property(revision => revision.Id).ValueGeneratedNever();
        builder.Property(revision => revision.SpoiltBlank).HasMaxLength(20);
        builder.Property(revision => revision.MadeByName).HasMaxLength(200);
        builder.Ignore(revision => revision.Reason);
        builder.HasIndex(revision => new { revision.OperationId, revision.Number }).IsUnique();
        builder.HasOne<PledgeOperation>().WithMany().HasForeignKey(revision => revision.OperationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReceiptConfiguration : IEntityTypeConfiguration<Receipt>
{
    public void Configure(EntityTypeBuilder<Receipt> builder)
    {
        builder.ToTable("Receipts");
        builder.Property(receipt => receipt.Id).ValueGeneratedNever();
        builder.Property(receipt => receipt.PrintedByName).HasMaxLength(200);
        builder.Ignore(receipt => receipt.Total);
        builder.HasIndex(receipt => new { receipt.OperationId, receipt.PrintedAt });
        builder.HasIndex(receipt => receipt.ReversesId).IsUnique();
        builder.HasOne<PledgeOperation>().WithMany().HasForeignKey(receipt => receipt.OperationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PledgeTicketConfiguration : IEntityTypeConfiguration<PledgeTicket>
{
    public void Configure(EntityTypeBuilder<PledgeTicket> builder)
    {
        builder.ToTable("PledgeTickets");
        builder.Property(ticket => ticket.Id).ValueGeneratedNever();
        builder.Property(ticket => ticket.BlankNumber).HasMaxLength(20).IsSearched();
        builder.Ignore(ticket => ticket.Name);
        builder.HasIndex(ticket => new { ticket.DraftId, ticket.Ordinal }).IsUnique();
        builder.HasIndex(ticket => ticket.BlankNumber);
    }
}

internal sealed class GroupDraftConfiguration : IEntityTypeConfiguration<GroupDraft>
{
    public void Configure(EntityTypeBuilder<GroupDraft> builder)
    {
        builder.ToTable("GroupDrafts");
        builder.Property(draft => draft.Id).ValueGeneratedNever();
        builder.Property(draft => draft.OwnerName).HasMaxLength(200);
        builder.Property(draft => draft.Summary).HasMaxLength(400);
        builder.Property(draft => draft.Version).IsConcurrencyToken();
        builder.HasIndex(draft => new { draft.BranchId, draft.ClosedAt });
    }
}
