using System.Security.Claims;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Identity;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Kvell.Web.Account;

/// <summary>
/// The signed-in user of a page, as the database knew him when the page's request or circuit began. Pages hand it to
/// use-cases: <c>await PayLoans.ExecuteAsync(await Actor.GetAsync(), …)</c>.
/// </summary>
public sealed class CurrentActor(AuthenticationStateProvider authentication, ActorDirectory directory, IOptions<IdentityOptions> identity)
{
    private Task<Actor>? _actor;

    public Task<Actor> GetAsync() => _actor ??= LoadAsync();

    /// <summary>Revokes the actor, in whatever hands it is, where the session was ended: signed out, he blocked, his rights or password changed.</summary>
    /// <returns>Whether the session goes on.</returns>
    public async Task<bool> CheckAsync()
    {
        var actor = await GetAsync();
        var user = (await authentication.GetAuthenticationStateAsync()).User;
        var stamp = user.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType);
        if (!actor.IsRevoked && !await directory.IsInForceAsync(actor.UserId, stamp, KvellClaims.SessionOf(user)))
            actor.Revoke();
        return !actor.IsRevoked;
    }

    /// <summary>This sign-in in this browser; null for a stranger.</summary>
    public async Task<Guid?> SessionAsync() => KvellClaims.SessionOf((await authentication.GetAuthenticationStateAsync()).User);

    private async Task<Actor> LoadAsync()
    {
        var state = await authentication.GetAuthenticationStateAsync();
        return Guid.TryParse(state.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? await directory.FindAsync(id)
            : Actor.Nobody;
    }
}
