using Kvell.Domain.Gateway;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kvell.Infrastructure.RequestLog;

internal sealed class GatewayRequestConfiguration : IEntityTypeConfiguration<GatewayRequest>
{
    public void Configure(EntityTypeBuilder<GatewayRequest> builder)
    {
        builder.ToTable("GatewayRequests");
        builder.Property(request => request.Id).ValueGeneratedNever();
        builder.Property(request => request.Method).HasMaxLength(100).IsSearched();
        builder.Property(request => request.Indicator).HasMaxLength(200);
        builder.Property(request => request.RequestId).HasMaxLength(100);
        builder.Property(request => request.SearchDocument).HasMaxLength(GatewayRequest.SearchLength).IsSearched();
        builder.Property(request => request.SearchError).HasMaxLength(GatewayRequest.SearchLength).IsSearched();
        builder.Property(request => request.ErrorCode).HasMaxLength(20).IsSearched();
        builder.HasIndex(request => new { request.StartedAt, request.Id });
        builder.HasIndex(request => new { request.Method, request.StartedAt, request.Id });
        builder.HasIndex(request => new { request.Succeeded, request.StartedAt, request.Id });
        builder.HasIndex(request => new { request.Method, request.Succeeded, request.StartedAt, request.Id });
        builder.HasIndex(request => request.SearchDocument);
        builder.HasIndex(request => request.SearchError);
        builder.HasIndex(request => request.ErrorCode);
        builder.HasIndex(request => request.TopUpId);
    }
}
