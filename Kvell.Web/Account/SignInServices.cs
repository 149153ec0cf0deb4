using Kvell.Domain.Common;
using Kvell.Infrastructure.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;

namespace Kvell.Web.Account;

internal static class SignInServices
{
    public const string AdministratorsOnly = nameof(AdministratorsOnly);

    /// <summary>Cookie sign-in; whatever isn't marked otherwise needs a signed-in user.</summary>
    public static IServiceCollection AddKvellSignIn(this IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(cookie =>
        {
            cookie.Cookie.Name = "kvell";
            cookie.LoginPath = "/account/sign-in";
            cookie.ReturnUrlParameter = "returnUrl";
            cookie.ExpireTimeSpan = SessionEnd.Shift;
            cookie.SlidingExpiration = false;
            cookie.Events.OnValidatePrincipal = SessionValidation.ValidateAsync;
            cookie.Events.OnRedirectToAccessDenied = context => Answer(context.HttpContext, StatusCodes.Status403Forbidden);
            var toSignIn = cookie.Events.OnRedirectToLogin;
            cookie.Events.OnRedirectToLogin = context => context.Request.Path.StartsWithSegments("/_blazor")
                ? Answer(context.HttpContext, StatusCodes.Status401Unauthorized)
                : toSignIn(context);
        }));
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(AdministratorsOnly, policy => policy.RequireRole(nameof(UserRole.Administrator)));
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, StampedAuthenticationState>();
        services.AddScoped<CurrentActor>();
        services.AddSingleton<SignInThrottle>();
        return services;
    }

    private static Task Answer(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
