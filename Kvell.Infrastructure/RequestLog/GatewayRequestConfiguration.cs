using Kvell.Domain.Gateway;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kvell.Infrastructure.RequestLog;

internal sealed class GatewayRequestConfiguration : IEntityTypeConfiguration<GatewayRequest>
{
    public void Configure(EntityTypeBuilder<GatewayRequest> builder)
    {
        builder.ToTable("GatewayRequests");
        builder.Property(request => request.Id).ValueGeneratedNever();
        builder.Property(request => request.Method).HasMaxLength(100);
        builder.Property(request => request.Indicator).HasMaxLength(200);
        builder.Property(request => request.RequestId).HasMaxLength(100);
        builder.HasIndex(request => new { request.StartedAt, request.Id });
        builder.HasIndex(request => request.TopUpId);
    }
}
