using Kvell.Infrastructure.Identity;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Kvell.Web.Account;

/// <summary>Forms of the layout post here: «Выйти», and the closing of a desk that nobody sits at.</summary>
internal static class LeaveEndpoints
{
    public static void MapKvellLeaving(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/account/sign-out", async (HttpContext http, IAntiforgery antiforgery, SignInManager<KvellUser> signIn, SessionEnd ending) =>
        {
            if (!await antiforgery.IsRequestValidAsync(http))
                return Results.StatusCode(StatusCodes.Status400BadRequest);
            await LeaveAsync(http, signIn, ending);
            return Results.LocalRedirect("/account/sign-in");
        }).AllowAnonymous();

        // Without a token, which may have gone stale on a page left open for a quarter of an hour; a foreign site's post has no
        // cookie with it, and closes nothing.
        endpoints.MapPost("/account/lock", async (HttpContext http, SignInManager<KvellUser> signIn, SessionEnd ending, [FromForm] string? returnUrl) =>
        {
            await LeaveAsync(http, signIn, ending);
            return Results.LocalRedirect($"/account/sign-in?why={SignInWords.Closed}&returnUrl={Uri.EscapeDataString(LocalAddress.Of(returnUrl))}");
        }).AllowAnonymous().DisableAntiforgery();
    }

    private static async Task LeaveAsync(HttpContext http, SignInManager<KvellUser> signIn, SessionEnd ending)
    {
        var session = KvellClaims.SessionOf(http.User);
        await signIn.SignOutAsync();
        if (session is { } id)
            await ending.EndAsync(id, CancellationToken.None);
    }
}
