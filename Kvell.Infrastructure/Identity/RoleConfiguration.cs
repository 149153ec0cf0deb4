using Kvell.Domain.Common;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kvell.Infrastructure.Identity;

/// <summary>The roles are part of the schema: code names them, nobody edits them.</summary>
internal sealed class RoleConfiguration : IEntityTypeConfiguration<IdentityRole<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityRole<Guid>> builder) =>
        builder.HasData(Enum.GetValues<UserRole>().Select(role => new IdentityRole<Guid>
        {
            Id = IdOf(role),
            Name = role.ToString(),
            NormalizedName = role.ToString().ToUpperInvariant(),
            ConcurrencyStamp = IdOf(role).ToString(),
        }));

    public static Guid IdOf(UserRole role) => new(0x0b1a9c5e, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 2, (byte)role);
}
