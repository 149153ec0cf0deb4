using System.Security.Claims;
using Kvell.Infrastructure.Identity;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace Kvell.Web.Account;

/// <summary>An open page's user is looked up again each minute: who was locked out or got a new password is signed out.</summary>
internal sealed class StampedAuthenticationState(ILoggerFactory loggers, IServiceScopeFactory scopes)
    : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState state, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var signIn = scope.ServiceProvider.GetRequiredService<Microsoft.AspNetCore.Identity.SignInManager<KvellUser>>();
        return await signIn.ValidateSecurityStampAsync(state.User) is not null;
    }
}
