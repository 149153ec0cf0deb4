using System.Security.Claims;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Identity;
using Kvell.Web.Account;
using Microsoft.AspNetCore.Authorization;

namespace Kvell.Web.Features.CardTopUps;

internal static class DecisionFileDownload
{
    public static string AddressOf(Guid topUpId, Guid entryId) => $"/top-ups/{topUpId}/decisions/{entryId}/file";

    /// <summary>Always saved, never opened: it came from outside, and may say of itself whatever it likes.</summary>
    public static void MapDecisionFile(this WebApplication app) => app.MapGet(
        "/top-ups/{id:guid}/decisions/{entry:guid}/file",
        async (Guid id, Guid entry, ClaimsPrincipal user, ActorDirectory directory, DownloadDecisionFile download, CancellationToken cancellationToken) =>
        {
            var actor = await directory.FindAsync(Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!), cancellationToken);
            return await download.ExecuteAsync(actor, id, entry, cancellationToken) is { } file
                ? Results.File(file.Bytes, "application/octet-stream", file.Name)
                : Results.NotFound();
        }).RequireAuthorization(new AuthorizeAttribute { Roles = PageRoles.Everybody });
}
