using Kvell.Domain.Pledges.Issue;
using Kvell.Domain.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kvell.Infrastructure.Settings;

internal abstract class SettingsRowConfiguration<TRow>(string table) : IEntityTypeConfiguration<TRow>
    where TRow : SettingsRow
{
    public virtual void Configure(EntityTypeBuilder<TRow> builder)
    {
        builder.ToTable(table);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.Property(row => row.ChangedByName).HasMaxLength(200);
    }
}

internal sealed class AccountingPolicyConfiguration() : SettingsRowConfiguration<AccountingPolicy>("AccountingPolicies")
{
    public override void Configure(EntityTypeBuilder<AccountingPolicy> builder)
    {
        base.Configure(builder);
        builder.ComplexProperty(policy => policy.Firm, firm =>
        {
            firm.Property(details => details.Name).HasMaxLength(PolicyForm.LongestFirmText);
            firm.Property(details => details.Address).HasMaxLength(PolicyForm.LongestFirmText);
            firm.Property(details => details.Registration).HasMaxLength(PolicyForm.LongestFirmText);
        });
    }
}

internal sealed class GeneralSettingsConfiguration() : SettingsRowConfiguration<GeneralSettings>("GeneralSettings");

internal sealed class BankSettingsConfiguration() : SettingsRowConfiguration<BankSettings>("BankSettings")
{
    public override void Configure(EntityTypeBuilder<BankSettings> builder)
    {
        base.Configure(builder);
        builder.Property(settings => settings.OpenSslPath).HasMaxLength(BankForm.LongestPath);
        builder.Ignore(settings => settings.Signing);
    }
}

internal sealed class StopListEntryConfiguration : IEntityTypeConfiguration<StopListEntry>
{
    public void Configure(EntityTypeBuilder<StopListEntry> builder)
    {
        builder.ToTable("StopListEntries");
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.Name).HasMaxLength(200);
        builder.Property(entry => entry.Words).HasMaxLength(200);
        builder.Property(entry => entry.ChangedByName).HasMaxLength(200);
        builder.Property(entry => entry.Version).IsConcurrencyToken();
    }
}

internal sealed class ServerCheckConfiguration : IEntityTypeConfiguration<ServerCheck>
{
    public void Configure(EntityTypeBuilder<ServerCheck> builder)
    {
        builder.ToTable("ServerChecks");
        builder.HasKey(check => check.Server);
        builder.Property(check => check.Server).HasMaxLength(ServerCheck.LongestName);
        builder.Property(check => check.Sentence).HasMaxLength(ServerCheck.LongestSentence);
    }
}
