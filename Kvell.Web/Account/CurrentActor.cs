using System.Security.Claims;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Identity;
using Microsoft.AspNetCore.Components.Authorization;

namespace Kvell.Web.Account;

/// <summary>
/// The signed-in user of a page, as the database knew him when the page's request or circuit began. Pages hand it to
/// use-cases: <c>await PayLoans.ExecuteAsync(await Actor.GetAsync(), …)</c>.
/// </summary>
public sealed class CurrentActor(AuthenticationStateProvider authentication, ActorDirectory directory)
{
    private Task<Actor>? _actor;

    public Task<Actor> GetAsync() => _actor ??= LoadAsync();

    private async Task<Actor> LoadAsync()
    {
        var state = await authentication.GetAuthenticationStateAsync();
        return Guid.TryParse(state.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? await directory.FindAsync(id)
            : Actor.Nobody;
    }
}
