using Kvell.Domain.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kvell.Infrastructure.Settings;

internal sealed class AccountingPolicyConfiguration : IEntityTypeConfiguration<AccountingPolicy>
{
    public void Configure(EntityTypeBuilder<AccountingPolicy> builder)
    {
        builder.ToTable("AccountingPolicies");
        builder.Property(policy => policy.Id).ValueGeneratedNever();
    }
}
