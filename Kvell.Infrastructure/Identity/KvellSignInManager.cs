using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kvell.Infrastructure.Identity;

/// <summary>Who is blocked doesn't come in; who comes in gets a session of his own.</summary>
public sealed class KvellSignInManager(
    UserManager<KvellUser> users,
    IHttpContextAccessor context,
    IUserClaimsPrincipalFactory<KvellUser> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<KvellUser>> logger,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<KvellUser> confirmation)
    : SignInManager<KvellUser>(users, context, claims, options, logger, schemes, confirmation)
{
    public override async Task<bool> CanSignInAsync(KvellUser user) => !user.IsBlocked && await base.CanSignInAsync(user);

    public override Task SignInWithClaimsAsync(KvellUser user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims) =>
        base.SignInWithClaimsAsync(user, authenticationProperties, additionalClaims.Append(new Claim(KvellClaims.Session, Guid.NewGuid().ToString())));
}
