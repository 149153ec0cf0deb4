using System.Security.Claims;
using Kvell.Infrastructure.Branches.Keys;
using Kvell.Infrastructure.Identity;
using Kvell.Web.Account;

namespace Kvell.Web.Features.Branches;

internal static class PublicKeyDownload
{
    /// <summary>«Публичный ключ» – «Сохранить»: a file can't come through a circuit's page.</summary>
    public static void MapPublicKey(this WebApplication app) => app.MapGet(
        "/branches/{id:guid}/public-key",
        async (Guid id, ClaimsPrincipal user, ActorDirectory directory, DownloadPublicKey download, CancellationToken cancellationToken) =>
        {
            var actor = await directory.FindAsync(Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!), cancellationToken);
            return await download.ExecuteAsync(actor, id, cancellationToken) is { } bytes
                ? Results.File(bytes, "application/x-pem-file", "publickey.pem")
                : Results.NotFound();
        }).RequireAuthorization(SignInServices.AdministratorsOnly);
}
