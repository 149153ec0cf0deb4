using Kvell.Infrastructure.Identity;
using Microsoft.AspNetCore.Authorization;

namespace Kvell.Web.Hosting;

/// <summary>Whoever came in by a password that an administrator gave gets no further than to his own.</summary>
internal sealed class PasswordGate(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!context.User.HasClaim(claim => claim.Type == KvellClaims.MustChangePassword) || IsOpen(context))
            return next(context);
        if (context.Request.Path.StartsWithSegments("/_blazor"))
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        else
            context.Response.Redirect("/account/password");
        return Task.CompletedTask;
    }

    /// <summary>The account's own pages, and whatever strangers get as well.</summary>
    private static bool IsOpen(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/account")
        || context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null;
}
