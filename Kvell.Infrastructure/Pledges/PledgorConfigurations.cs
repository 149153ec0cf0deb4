using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kvell.Infrastructure.Pledges;

internal sealed class PledgorConfiguration : IEntityTypeConfiguration<Pledgor>
{
    public void Configure(EntityTypeBuilder<Pledgor> builder)
    {
        builder.ToTable("Pledgors");
        builder.Property(pledgor => pledgor.Id).ValueGeneratedNever();
        builder.ComplexProperty(pledgor => pledgor.Name, name =>
        {
            name.Property(value => value.Last).HasMaxLength(100);
            name.Property(value => value.First).HasMaxLength(100);
            name.Property(value => value.Middle).HasMaxLength(100);
        });
        builder.ComplexProperty(pledgor => pledgor.Document, document =>
        {
            document.Ignore(value => value.Brief);
            document.Property(value => value.Series).HasMaxLength(50);
            document.Property(value => value.Number).HasMaxLength(50);
            document.Property(value => value.UnitCode).HasMaxLength(20);
            document.Property(value => value.Issuer).HasMaxLength(300);
        });
        builder.Property(pledgor => pledgor.DocumentKey).HasMaxLength(PledgorForm.LongestDocumentKey);
        builder.Property(pledgor => pledgor.SearchName).HasMaxLength(310).IsSearched();
        builder.Property(pledgor => pledgor.SearchPhone).HasMaxLength(20).IsSearched();
        builder.Property(pledgor => pledgor.SearchDocument).HasMaxLength(100).IsSearched();
        builder.Property(pledgor => pledgor.SearchNumber).HasMaxLength(50).IsSearched();
        builder.Property(pledgor => pledgor.Version).IsConcurrencyToken();
        builder.HasIndex(pledgor => pledgor.DocumentKey).IsUnique();
        builder.HasIndex(pledgor => pledgor.SearchName);
        builder.HasIndex(pledgor => pledgor.SearchPhone);
        builder.HasIndex(pledgor => pledgor.SearchDocument);
        builder.HasIndex(pledgor => pledgor.SearchNumber);
    }
}

internal sealed class PledgorQuestionnaireConfiguration : IEntityTypeConfiguration<PledgorQuestionnaire>
{
    public void Configure(EntityTypeBuilder<PledgorQuestionnaire> builder)
    {
        builder.ToTable("PledgorQuestionnaires");
        builder.Property(questionnaire => questionnaire.Id).ValueGeneratedNever();
        builder.Property(questionnaire => questionnaire.FilledBy).HasMaxLength(200);
        builder.ComplexProperty(questionnaire => questionnaire.PassportCheck);
        builder.ComplexProperty(questionnaire => questionnaire.ListCheck);
        builder.ComplexProperty(questionnaire => questionnaire.Answers);
        builder.HasIndex(questionnaire => new { questionnaire.PledgorId, questionnaire.FilledAt });
        builder.HasOne<Pledgor>().WithMany().HasForeignKey(questionnaire => questionnaire.PledgorId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CheckNoteConfiguration : IEntityTypeConfiguration<CheckNote>
{
    public void Configure(EntityTypeBuilder<CheckNote> builder)
    {
        builder.ToTable("CheckNotes");
        builder.Property(note => note.Id).ValueGeneratedNever();
        builder.Property(note => note.DocumentKey).HasMaxLength(PledgorForm.LongestDocumentKey);
        builder.Property(note => note.Person).HasMaxLength(PledgorForm.LongestPersonKey);
        builder.Property(note => note.By).HasMaxLength(200);
        builder.HasIndex(note => note.PledgorId);
        builder.HasIndex(note => note.DocumentKey);
        builder.HasIndex(note => note.Person);
    }
}
