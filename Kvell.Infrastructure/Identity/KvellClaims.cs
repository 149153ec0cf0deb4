using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Kvell.Infrastructure.Identity;

/// <summary>What the cookie says beside name and roles.</summary>
public sealed class KvellClaims(UserManager<KvellUser> users, RoleManager<IdentityRole<Guid>> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<KvellUser, IdentityRole<Guid>>(users, roles, options)
{
    /// <summary>The password must be changed before anything else.</summary>
    public const string MustChangePassword = "kvell.must-change-password";

    /// <summary>One sign-in in one browser, a GUID.</summary>
    public const string Session = "kvell.session";

    public static Guid? SessionOf(ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(Session), out var id) ? id : null;

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(KvellUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        if (user.MustChangePassword)
            identity.AddClaim(new Claim(MustChangePassword, "true"));
        return identity;
    }
}
