using System.Security.Claims;
using Kvell.Infrastructure.Identity;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Options;

namespace Kvell.Web.Account;

/// <summary>
/// Looks at each request whether the session was ended: one query by key. The framework's own validator would also read the
/// user's roles and write the cookie anew each time; here changed rights end the session, so what the cookie says stays true.
/// </summary>
internal static class SessionValidation
{
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        // Files are everybody's.
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
            return;
        var services = context.HttpContext.RequestServices;
        var stampClaim = services.GetRequiredService<IOptions<IdentityOptions>>().Value.ClaimsIdentity.SecurityStampClaimType;
        var isGood = Guid.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            && await services.GetRequiredService<ActorDirectory>().IsInForceAsync(
                id, context.Principal.FindFirstValue(stampClaim), KvellClaims.SessionOf(context.Principal), context.HttpContext.RequestAborted);
        if (isGood)
            return;
        context.RejectPrincipal();
        await services.GetRequiredService<SignInManager<KvellUser>>().SignOutAsync();
    }
}
