using Hangfire;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Emulator;
using Kvell.Web.Account;
using Kvell.Web.Components;
using Microsoft.AspNetCore.Diagnostics;

namespace Kvell.Web.Hosting;

internal static class KvellPipeline
{
    private const string StatusPath = "/account/status";

    public static void UseKvellPipeline(this WebApplication app)
    {
        app.UseMiddleware<StoppingGate>();
        app.UseMiddleware<CorrelationMiddleware>();
        app.UseKvellRequestLogging();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = StatusPath,
            StatusCodeSelector = failure => failure is AccessDeniedException ? StatusCodes.Status403Forbidden : StatusCodes.Status500InternalServerError,
            SuppressDiagnosticsCallback = context => context.Exception is AccessDeniedException,
        });
        app.UseResponseCompression();
        app.UseStatusCodePagesWithReExecute(StatusPath);
        app.Use(PagesOnlyForPeopleAsync);
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    public static void MapKvell(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
        app.MapKvellSignOut();
        app.MapKvellEmulator();
        app.MapHangfireDashboardWithAuthorizationPolicy(
            SignInServices.AdministratorsOnly,
            "/jobs",
            new DashboardOptions { DashboardTitle = "Kvell: фоновые задания", DisplayStorageConnectionString = false });
    }

    /// <summary>An empty 404 becomes a page only for who asked for a page: a program's call keeps its empty body.</summary>
    private static Task PagesOnlyForPeopleAsync(HttpContext context, RequestDelegate next)
    {
        var wantsPage = context.Request.GetTypedHeaders().Accept.Any(type => type.MediaType == "text/html");
        if (!wantsPage && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false;
        return next(context);
    }
}
