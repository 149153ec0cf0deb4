using Kvell.Infrastructure.Identity;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace Kvell.Web.Account;

internal static class SignOutEndpoint
{
    /// <summary>A form of the layout posts here, with its antiforgery token.</summary>
    public static void MapKvellSignOut(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/account/sign-out", async (HttpContext http, IAntiforgery antiforgery, SignInManager<KvellUser> signIn) =>
        {
            if (!await antiforgery.IsRequestValidAsync(http))
                return Results.StatusCode(StatusCodes.Status400BadRequest);
            await signIn.SignOutAsync();
            return Results.LocalRedirect("/account/sign-in");
        }).AllowAnonymous();
}
