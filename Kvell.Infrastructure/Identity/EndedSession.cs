using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kvell.Infrastructure.Identity;

/// <summary>A sign-in whose cookie opens nothing any more, though it may still be lying in a browser. Forgotten when the cookie is too old anyway.</summary>
public sealed class EndedSession
{
    /// <summary>The cookie's <see cref="KvellClaims.Session"/>.</summary>
    public required Guid Id { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime EndedAt { get; init; }
}

internal sealed class EndedSessionConfiguration : IEntityTypeConfiguration<EndedSession>
{
    public void Configure(EntityTypeBuilder<EndedSession> builder)
    {
        builder.ToTable("EndedSessions");
        builder.Property(session => session.Id).ValueGeneratedNever();
        builder.HasIndex(session => session.EndedAt);
    }
}
